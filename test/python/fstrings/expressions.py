n, s, f, d = 42, 'text', 3.14159, {'k': 'v', 'n': [1, 2]}
print(f'{n}{s}{f:.2f}{d["k"]}{d["n"][0]}', f'{n:>5}|{n:<5}|{n:^5}|{n:05}|{n:x}|{n:#b}|{n:,}|{n!r:>4}', f'{s!r}{s!s}{s!a}', f'{n=}', f'{n = }', f'{s=!s}', f'{f=:.1f}', f'{n+1=}', f'{{}}{{{n}}}')
w, p = 10, 3
print(f'{f:{w}.{p}}|{s:{"*"}^{w}}|{f:{w}.{p}f}', f'{"nested " + f"{n}"}', f"{'a' if n else 'b'}", f'{(lambda x: x * 2)(3)}', f'{[i for i in range(3)]}', f'{ {1: 2}[1] }', f'{n!r}', f'''{
    n
}''', rf'\n{n}', f'\n{n}'.strip(), f'{n:}', f'{""}', f'' 'a' f'{n}', F'{n}', fr'{s}\d')
class C:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
c = C()
print(f'{c}', f'{c:abc}', f'{c!s}', f'{c!r:>6}', f'{c:{s}}', f'{c=}', f'{c:{{}}}', f'{c!s:*^7}')
print(f'{1,}', f'{1, 2}', f'{*[1, 2],}', f'{n if n else 0:d}', f'{n:%d}' if 0 else '', f'{True:d}', f'{None}', f'{...}', f'{3 .real}', f'{n != 1}', f'{n == 42=}', f'{"%s" % n}', f'{d["k"]!r}', f"{d['k']}")
for src in ("f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{n!x}'", "f'{n!}'", "f'{n'", "f'{n:{'", "f'{a b}'", "f'{n!r '", "f'{lambda x: 1}'", "f'{#}'", "f'{n:{n:{n}}}'", "f'{\\\\n}'", "f'{=}'", "f'{!r}'", "f'{:x}'", "f'{1 +}'", "f'{n!ra}'", "f'{(}'", "f'{)}'", "f'{a[}'", "f'{yield}'", "f'{*a}'", "f'{**a}'", "f'{a := 1}'", "f'{(a := 1)}'", "b'' f''", "f'' b''", "f'{a' 'b}'"):
    try: compile(src, 'f', 'eval'); print(src, 'ok')
    except SyntaxError as e: print(src, '->', e.msg)
for src in ("f'{n:zz}'", "f'{s:d}'", "f'{d:5}'", "f'{nope}'", "f'{1/0}'", "f'{f:d}'", "f'{s:.2f}'", "f'{n:s}'", "f'{None:5}'"):
    try: print(eval(src))
    except Exception as e: print(src, '->', type(e).__name__, e)
