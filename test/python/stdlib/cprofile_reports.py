import cProfile, pstats, io, re
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
def work():
    xs=[fib(5) for i in range(3)]
    return sorted(xs), len(xs), '-'.join(map(str,xs))
p=cProfile.Profile(); p.enable(); work(); p.disable()
s=io.StringIO(); pstats.Stats(p,stream=s).strip_dirs().sort_stats('name').print_stats().print_callers().print_callees()
t=re.sub(r"\d+\.\d\d\d","T",s.getvalue())
print(t)
p=cProfile.Profile()
print(p.runcall(fib,4)); print(p.getstats()[0].callcount, p.getstats()[0].reccallcount)
with cProfile.Profile() as q: fib(3)
print(len(q.getstats()))

