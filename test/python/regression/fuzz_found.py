# Differences the random programs found.
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
show(lambda: enumerate())
show(lambda: {}.pop(slice(1, 3)))
show(lambda: {}.pop([], 'default'))
show(lambda: {1: 2}.pop([], 'default'))
show(lambda: iter([]).__next__())
show(lambda: zip().__next__())
show(lambda: {1: 2} * 'x')
def inplace():
    d = {1: 2}
    d *= 'x'
show(inplace)
