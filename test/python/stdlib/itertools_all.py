from itertools import *
def g(n):
    for i in range(n): yield i
print(list(chain('ab', g(3), [1])), list(chain.from_iterable([g(2), 'x'])))
print(list(islice(count(5), 2, 10, 3)), list(islice(g(10), 4)), list(islice('abc', None)), list(islice('abcdef', 1, None, 2)))
print(list(accumulate([1,2,3])), list(accumulate(g(4), lambda a,b:a*2+b, initial=7)))
print([(k, list(v)) for k, v in groupby('aabbbc')], [(k, list(v)) for k, v in groupby(g(10), lambda x: x//4)])
print(list(takewhile(lambda x:x<3, g(9))), list(dropwhile(lambda x:x<3, g(6))), list(filterfalse(None, [0,1,'',2])))
print(list(compress('abcdef', [1,0,1,0,1,1])), list(pairwise(g(4))), list(starmap(pow, [(2,3),[3,2],g(2)])))
a,b,c = tee(g(4),3); print(list(a), next(b), list(c), list(b))
print(list(product('ab', g(2))), list(product([0,1], repeat=2)), list(permutations('abc',2)), list(combinations(g(4),2)), list(combinations_with_replacement('ab',2)))
print(list(zip_longest('ab', g(3), [9], fillvalue='-')), list(islice(cycle('ab'),5)), list(repeat(3,2)), repeat(1), repeat(2,3), count(1), count(1,2.5), list(islice(count(1,0.5),3)))
print(list(permutations('abc')), list(combinations('ab',3)), list(permutations([])), list(product()))
for f in (lambda: islice('a',-1), lambda: islice('a',1,2,0), lambda: combinations('a',-1), lambda: count('a'), lambda: tee('a',-1), lambda: chain(5).__next__(), lambda: list(pairwise(1)), lambda: islice('a'), lambda: repeat(), lambda: islice('a','b')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(type(count()), chain)
