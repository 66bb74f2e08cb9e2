# Logging's exit function was registered when it was imported: the handlers are open while the program's own ones run.
import atexit
import logging
import tempfile
import os


def last():
    logging.warning('last words')
    with open(name) as f:
        print(f.read())


atexit.register(last)
handle, name = tempfile.mkstemp()
os.close(handle)
logging.basicConfig(filename=name, filemode='w', format='%(message)s')
logging.warning('first')
