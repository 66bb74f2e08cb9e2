def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for n in (2**53, 2**60, -2**60, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**70):
    print(n)
    for s in ([1], (1,), 'a', b'a', bytearray(b'a'), range(5), memoryview(b'abc')):
        attempt(lambda: s[n])
        attempt(lambda: s[n:] if not isinstance(s, memoryview) else '')
        attempt(lambda: s[:n:-1] if not isinstance(s, memoryview) else '')
    attempt(lambda: [1].pop(n))
    attempt(lambda: [1, 2].insert(n, 3))
    attempt(lambda: [1].index(1, n))

    def store(s):
        s[n] = 1

    def delete(s):
        del s[n]
    for s in ([1], bytearray(b'a'), memoryview(bytearray(b'a'))):
        attempt(lambda: store(s))
        attempt(lambda: delete(s))
