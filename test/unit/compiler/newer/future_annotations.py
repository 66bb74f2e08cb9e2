from __future__ import annotations
x: int = 1
a[0]: b.c = 2
def f(a: List[int], *b: 'x', c: {1: 2} = 3, **d: lambda: 1) -> (1, 2):
    e: f = 1
class A:
    z: x | None
