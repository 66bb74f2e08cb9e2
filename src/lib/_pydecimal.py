"""CPython's decimal in Python: here the same as _decimal."""

from _decimal_base import *
from _decimal_base import __version__, __libmpdec_version__
