"""C decimal arithmetic module"""

from _decimal_base import *
from _decimal_base import __version__, __libmpdec_version__
