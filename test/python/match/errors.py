class A: __match_args__ = ('a', 'a')
class B: __match_args__ = ['a']
class C: __match_args__ = (1,)
class D: __match_args__ = ('a',)
class E: pass
a = A(); a.a = 1
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f1():
    match a:
        case A(1, 2): return 1
def f2():
    match B():
        case B(1): return 1
def f3():
    match C():
        case C(1): return 1
def f4():
    match D():
        case D(1, 2): return 1
        case _: return 'no'
def f5():
    match E():
        case E(1): return 1
def f6():
    match 5:
        case int(1, 2): return 1
def f7():
    x = 5
    match 5:
        case x(): return 1
def f8():
    d = D(); d.a = 1
    match d:
        case D(1, a=1): return 1
def f9():
    match {'x': 1}:
        case {'x': 1, 'x': 2}: return 1
def f10():
    match D():
        case D(1): return 'has a'
        case D(): return 'no attribute a'
def f11():
    match 3:
        case 1: return 1
    return 'fell through'
def f12():
    class Seq:
        def __len__(self): return 2
        def __getitem__(self, i): return i
    match Seq():
        case [a, b]: return 'sequence'
        case _: return 'not a sequence'
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f10, f11, f12): t(f)
for src in ('case x: pass\n case y: pass', 'case _: pass\n case 1: pass', 'case (x, x): pass', 'case x | y: pass', 'case 1 | x: pass', 'case {**r, "a": 1}: pass', 'case [*a, *b]: pass', 'case C(a=1, a=2): pass', 'case C(a=1, 2): pass', 'case 1 + 2: pass', 'case -x: pass', 'case f"x": pass', 'case {x: 1}: pass', 'case {"x": 1, "x": 2}: pass', 'case (x): pass\n', 'case x.y: pass', 'case 1 as _: pass', 'case {**_}: pass', 'case 1 + 2j: pass', 'case "a" "b": pass', 'case x if x: pass', 'case (1 | 2) as z: pass', 'case [x] | [y]: pass', 'case {"a": x} | {"b": x}: pass', 'case a.b(): pass', 'case a(): pass'):
    try: compile('match v:\n ' + src, 'f', 'exec'); print(repr(src), 'ok')
    except SyntaxError as s: print(repr(src), s.msg, s.lineno, s.offset)
match = 1; case = 2; _ = 3; type = 4
print(match, case, _, type, match[0] if False else match - case)
