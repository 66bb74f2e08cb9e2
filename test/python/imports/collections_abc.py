from collections.abc import Mapping
import collections, typing, sys
print(isinstance({}, collections.abc.Mapping), Mapping is collections.abc.Mapping, dir(collections)[:6])
import collections.abc as ca
print(ca.__all__[:3], ca.__name__)
from collections import abc
print(abc is ca)
