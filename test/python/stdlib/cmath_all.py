import cmath, itertools, math
vals=[0.0,-0.0,1.0,-1.0,0.5,-2.5,1e300,-1e300,float('inf'),float('-inf'),float('nan')]
names='acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh phase polar isnan isinf isfinite'.split()
def r(v):
    if isinstance(v,complex): return '%.12g %.12g'%(v.real,v.imag)
    if isinstance(v,tuple): return '%.12g %.12g'%v
    if isinstance(v,float): return '%.12g'%v
    return str(v)
for n in names:
    for a,b in itertools.product(vals,vals):
        try: print(n,a,b,r(getattr(cmath,n)(complex(a,b))))
        except Exception as e: print(n,a,b,type(e).__name__,e)
for a,b in itertools.product(vals[:7],vals):
    try: print('rect',a,b,r(cmath.rect(a,b)))
    except Exception as e: print(a,b,type(e).__name__,e)
print(cmath.log(10,2), cmath.isclose(1,1+1e-10j), cmath.infj, cmath.nanj, cmath.sqrt(-1), cmath.exp(1j*cmath.pi))
for f in (lambda: cmath.sqrt('a'), lambda: cmath.log(1,0), lambda: cmath.log(5,1), lambda: cmath.isclose(1,1,rel_tol=-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
