# While a memoryview of an array (or of a BytesIO's buffer) is in use, the size stays.
import array, io

a = array.array('i', [1, 2, 3])
m = memoryview(a)
for call in ['a.append(1)', 'a.extend([1])', 'a.insert(0, 1)', 'a.pop()', 'a.remove(2)', 'a.fromlist([1])', "a.frombytes(b'abcd')",
             'a.__iadd__(a)', 'a.__imul__(2)', 'a.__delitem__(0)', 'a.__delitem__(slice(0, 3, 2))',
             "a.__setitem__(slice(0, 1), array.array('i', [1, 2]))", "a.__setitem__(slice(0, 1), array.array('i', [9]))", 'a.reverse()', 'a.__imul__(1)']:
    try:
        print(call, eval(call))
    except BufferError as e:
        print(call, e)
print(m.tolist())
m.release()
a.append(3)
print(a)
with memoryview(a) as v:
    try:
        a.clear() if hasattr(a, 'clear') else a.pop()
    except BufferError as e:
        print(e)
a.pop()
print(a)

b = io.BytesIO(b'abc')
v = b.getbuffer()
for call in ["b.write(b'abcdef')", 'b.truncate(1)', 'b.close()', 'b.seek(0)']:
    try:
        print(call, eval(call))
    except BufferError as e:
        print(call, e)
print(b.closed)
v.release()
b.close()
b.close()
print(b.closed)
