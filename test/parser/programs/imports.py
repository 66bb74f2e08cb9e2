import a
import a.b.c as d, e
from a import b
from a import b as c, d
from a import (b, c as d,)
from . import a
from .. import b
from ... import c
from .... import d
from .a.b import c
from ...a import b
from a import *
