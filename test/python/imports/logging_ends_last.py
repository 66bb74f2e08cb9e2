# Logging's exit function was registered when it was imported: the handlers are open while the program's own ones run.
import atexit
import logging


class Shown(logging.Handler):
    def emit(self, record):
        print(record.getMessage())

    def close(self):
        print('closed')
        super().close()


def last():
    logging.warning('last words')


atexit.register(last)
logging.basicConfig(handlers=[Shown()])
logging.warning('first')
