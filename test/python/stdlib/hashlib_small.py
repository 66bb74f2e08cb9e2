import hashlib, random
r = random.Random(1)
out = hashlib.md5()
for n in [0, 1, 55, 56, 57, 63, 64, 65, 111, 112, 113, 127, 128, 129, 1000, 5000]:
    d = r.randbytes(n)
    for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b'):
        h = hashlib.new(name, d); h2 = h.copy(); h.hexdigest(); h.update(d[:7]); h2.update(b'zz')
        line = f'{name} {n} {h.hexdigest()} {h2.hexdigest()}'
        out.update(line.encode())
print(out.hexdigest())
