import marshal
import types


def f(a, b=2, *args, c, **kw):
    x = 1.5
    def inner():
        return a + x
    return inner, (1, 'two', b'three', None), [i for i in (1, 2)]


code = f.__code__
for name in ('co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_flags', 'co_varnames', 'co_freevars',
             'co_cellvars', 'co_name', 'co_qualname', 'co_firstlineno'):
    print(name, getattr(code, name))
print(type(code.co_code).__name__, type(code.co_linetable).__name__, type(code.co_exceptiontable).__name__, type(code.co_lnotab).__name__)
same = code.replace()
print(same == code, same is code, hash(same) == hash(code), code != same)
other = code.replace(co_name='g', co_filename='elsewhere.py', co_firstlineno=50, co_qualname='q.g')
print(other.co_name, other.co_filename, other.co_firstlineno, other.co_qualname, other == code)
print(list(code.co_lines())[-1][2], other.co_consts == code.co_consts)

# A function with another body.
def one():
    return 1

def two(y):
    return y * 2

one.__code__ = two.__code__
print(one(4), one.__name__, one.__qualname__)
three = one.__code__.replace(co_consts=(None, 3))
one.__code__ = three
print(one(4))
print(types.FunctionType(three, {}, 'made', (5,))())
obj = object()
with_object = three.replace(co_consts=(None, 'ab'))
print(types.FunctionType(with_object, {})(2))
print(types.FunctionType(two.__code__.replace(co_varnames=('renamed',)), {})(renamed=7))

c = two.__code__
made = types.CodeType(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_stacksize, c.co_flags, c.co_code, c.co_consts,
                      c.co_names, c.co_varnames, c.co_filename, c.co_name, c.co_qualname, c.co_firstlineno, c.co_linetable, c.co_exceptiontable,
                      c.co_freevars, c.co_cellvars)
print(made == c, types.FunctionType(made, {})(8))

# marshal
again = marshal.loads(marshal.dumps(code))
print(again == code, again.co_consts[-1] == code.co_consts[-1], list(again.co_lines()) == list(code.co_lines()))
g = types.FunctionType(again, {}, None, (2,))
print(g(1, c=3)[1:], g(1, c=3)[0]())
exec(marshal.loads(marshal.dumps(compile('print("from marshal", 1 + 1)', '<m>', 'exec'))))
print(eval(marshal.loads(marshal.dumps(compile('6 * 7', '<m>', 'eval')))))

class File:
    data = b''
    def write(self, b):
        self.data += b
        return len(b)
    def read(self, n=-1):
        if n < 0:
            n = len(self.data)
        out, self.data = self.data[:n], self.data[n:]
        return out
    def readinto(self, b):
        out = self.read(len(b))
        b[:len(out)] = out
        return len(out)

file = File()
marshal.dump({'k': [1, (2, 3)], 5: {4}}, file)
print(marshal.load(file))
shared = [1]
a, b = marshal.loads(marshal.dumps([shared, shared]))
print(a is b)
