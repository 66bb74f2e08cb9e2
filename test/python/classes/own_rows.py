# Which special methods stand in a builtin type's own __dict__: one C slot is several rows.
import types
COMPARE = ['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__']
OTHER = ['__getattribute__', '__setattr__', '__delattr__', '__hash__', '__new__', '__init__', '__str__', '__reduce__', '__sizeof__']
cases = [object, type, int, bool, float, complex, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range, slice, property, classmethod,
         staticmethod, super, enumerate, zip, map, filter, reversed, BaseException, Exception, KeyError, IndexError, NameError, UnboundLocalError, AttributeError, OSError,
         TimeoutError, SyntaxError, TabError, StopIteration, SystemExit, ImportError, ExceptionGroup, BaseExceptionGroup, UnicodeDecodeError, types.SimpleNamespace,
         types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.CodeType, types.CellType, types.FrameType, types.TracebackType, types.GeneratorType,
         types.CoroutineType, types.AsyncGeneratorType, types.ModuleType, types.MappingProxyType, types.GenericAlias, types.UnionType, types.MethodWrapperType,
         types.WrapperDescriptorType, types.MethodDescriptorType, types.ClassMethodDescriptorType, types.GetSetDescriptorType, types.MemberDescriptorType,
         type({}.keys()), type({}.items()), type({}.values()), type(iter([])), type(iter('')), type(...), type(NotImplemented)]
for t in cases:
    own = vars(t)
    print(t.__name__, *[n.strip('_') for n in COMPARE + OTHER if n in own])
print(dict.__lt__({}, {}), range.__ge__(range(1), range(1)), memoryview.__gt__(memoryview(b''), memoryview(b'')), (int | str).__ne__(str | int), (int | str).__lt__(int | str))
print(dict.__lt__, str.__getattribute__, BaseException.__setattr__, NameError.__str__, KeyError.__new__.__self__)
e = ValueError(1)
e.x = 5
print(e.x, BaseException.__getattribute__(e, 'x'), list.__getattribute__([1], 'append')(2))


class L(list):
    def __getattr__(self, name):
        return name + '!'


print(L().nope, L([3]).pop(), L.__getattribute__ is list.__getattribute__, type(L.__getattribute__).__name__)
for bad in (lambda: object.__setattr__(int, 'x', 1), lambda: str.__getattribute__(1, 'x'), lambda: {} < {}, lambda: range(1) <= range(2), lambda: list[int] < list[int]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
g = (x for x in ())
list(g)
print(g.gi_code.co_name, g.gi_frame, g.__sizeof__() > 100)
