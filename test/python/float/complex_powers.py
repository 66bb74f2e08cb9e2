# Powers of complex numbers with infinities and NaN: values and errors.
inf = float('inf'); nan = float('nan')
vals = [0.0, 1.0, -2.0, inf, -inf, nan, 1j, complex(inf, 1), complex(1, -inf), complex(0, inf), complex(nan, 1), 2+1j]
for a in vals:
    for b in [1j, -1j, 0j, 2+0j, -1+0j, 0.5+0j, complex(inf, 0), complex(0, inf), complex(1, inf), complex(nan, 0)]:
        try: r = a ** b
        except Exception as e: r = type(e).__name__ + ' ' + str(e)
        print(a, b, r if isinstance(r, str) or r != r else (round(r.real, 9), round(r.imag, 9)) if abs(r) < 1e300 else r)
