"""What multiprocessing needs of C: there are no processes to share anything with, and so no semaphores between them."""

flags = {}


class SemLock:
    SEM_VALUE_MAX = 2147483647

    def __new__(cls, kind, value, maxvalue, name, unlink):
        raise OSError(95, 'pyvm does not support processes.')


def sem_unlink(name, /):
    raise FileNotFoundError(2, 'No such file or directory')
