# No Python function is called after the class statement: the run loop has to look up all the same.
class A:
    def __del__(self): print('del')
a = A()
print('made')
a = None
print('gone')
b = [A()]
b.clear()
print('cleared')
c = A()
print('end')
