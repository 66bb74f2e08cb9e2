"""Logging: loggers, handlers, filters, formatters."""
import io
import logging
import logging.handlers
import sys

stream = io.StringIO()
root = logging.getLogger()
root.setLevel(logging.DEBUG)
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter('%(levelname)-8s %(name)s: %(message)s'))
h.setLevel(logging.INFO)
root.addHandler(h)
mem = logging.StreamHandler(stream)
mem.setFormatter(logging.Formatter('{levelno}|{name}|{funcName}|{message}', style='{'))
mem.addFilter(lambda record: 'drop' not in record.getMessage())
root.addHandler(mem)
db = logging.getLogger('app.db')


def work(n):
    db.debug('query %d', n)
    try:
        1 / n
    except ZeroDivisionError:
        db.error('failed for %s', n)
    db.warning('drop me')


work(0)
work(1)
logging.getLogger('app').setLevel(logging.ERROR)
db.warning('not shown')
print('---', stream.getvalue(), sep='\n', end='')
print(db.isEnabledFor(logging.INFO), db.parent.name, db.getEffectiveLevel(), logging.getLevelName(25), db)
log = logging.getLogger('buffered')
log.addHandler(logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=h))
log.propagate = False
log.info('first')
log.error('second')
logging.LoggerAdapter(db, {'user': 'ann'}).critical('from adapter')
