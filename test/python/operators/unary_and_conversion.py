class N:
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __abs__(s): return 'abs'
    def __int__(s): return 5
    def __float__(s): return 2.5
    def __complex__(s): return 1j
    def __index__(s): return 3
    def __round__(s, n='none'): return ('round', n)
    def __trunc__(s): return 'trunc'
    def __floor__(s): return 'floor'
    def __divmod__(s, o): return ('dm', o)
    def __rdivmod__(s, o): return ('rdm', o)
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __bytes__(s): return b'by'
    def __format__(s, f): return 'fmt:' + f
    def __hash__(s): return 2 ** 61
    def __bool__(s): return False
n = N()
print(-n, +n, ~n, abs(n), int(n), float(n), complex(n), round(n), round(n, 2), round(n, None), divmod(n, 1), divmod(1, n), pow(n, 2), pow(n, 2, 3), bytes(n), f'{n:abc}', format(n), hash(n), not n)
print([10, 20, 30, 40][n], 'abcdef'[n], 'ab' * n, hex(n), oct(n), bin(n), chr(n) == '\x03', range(n), list(range(n)), bytes(bytearray(2))[0:n], slice(n).indices(10), [1] * n, n * 1 if hasattr(n, '__mul__') else '')
