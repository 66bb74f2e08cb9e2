class V:
    def __init__(s, n): s.n = n
    def __repr__(s): return f'V{s.n}'
for op, name in (('+', 'add'), ('-', 'sub'), ('*', 'mul'), ('/', 'truediv'), ('//', 'floordiv'), ('%', 'mod'), ('**', 'pow'), ('@', 'matmul'), ('<<', 'lshift'), ('>>', 'rshift'), ('&', 'and'), ('|', 'or'), ('^', 'xor')):
    a, b = V(1), V(2)
    def show(f):
        try: return f()
        except TypeError as e: return e
    print(show(lambda: eval(f'a {op} b')))
    print(show(lambda: exec(f'a {op}= b')))
    setattr(V, f'__{name}__', lambda s, o: NotImplemented)
    print(show(lambda: eval(f'a {op} 1')), '|', show(lambda: eval(f'1 {op} a')))
    setattr(V, f'__r{name}__', lambda s, o, name=name: f'r{name}({s!r},{o!r})')
    print(show(lambda: eval(f'a {op} b')), show(lambda: eval(f'1 {op} a')), show(lambda: eval(f'a {op} 1')))
    setattr(V, f'__{name}__', lambda s, o, name=name: f'{name}({s!r},{o!r})')
    ns = {'a': a, 'b': b}
    exec(f'a {op}= b', ns)
    print(ns['a'], show(lambda: eval(f'a {op} None')))
    setattr(V, f'__i{name}__', lambda s, o, name=name: f'i{name}({s!r},{o!r})')
    ns = {'a': a, 'b': b}
    exec(f'a {op}= b', ns)
    print(ns['a'])
