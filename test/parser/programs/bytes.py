a = b'abc' B'\x00\xff' rb'\d' Rb'x' bR'y'
b = b'\101\n\'' b"""q
r"""
