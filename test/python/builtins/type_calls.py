print(list(range(7,-1,-1)), list(range(0, 10, 3)), range(-2**53+1, 2**53-1), int("101", 2), int("7"), int(), str(), float(), bool(), float("1.5"), list(enumerate("ab", 3)), complex(1), bytes(3), slice(1), object() is None, int("z", 36))
for f in (lambda: int("x"), lambda: int("1", 40), lambda: int("1","2"), lambda: range(1,2,0), lambda: float("q"), lambda: int(1,2,3), lambda: bool(1,2), lambda: enumerate(), lambda: float(1,2), lambda: str(1,2,3,4), lambda: int([]), lambda: object(1)):
  try: print(f())
  except Exception as e: print(type(e).__name__, e)
print(list(range(2,5)), list(), dict(), set(), list("ab"), "aXbX".replace("X","y",1), "abcabc".find("c",3,6), list(range(5,2)), range(2**53-1, 2**53-1))
try: list(5)
except TypeError as e: print(e)
class L(list): pass
print(type(L()), type(L([1])))
