"""SHA-256 and CRC-32 written out in Python: bits of 32, bytes, tables."""
import time

MASK = 0xffffffff


def constants():
    primes = []
    k = 2
    while len(primes) < 64:
        if all(k % p for p in primes):
            primes.append(k)
        k += 1

    def root(n, e):
        # Integer root of n * 2**(32 * e), whose low 32 bits are the fraction.
        lo, hi = 0, n << 32
        while lo < hi:
            mid = (lo + hi + 1) // 2
            if mid ** e <= n << 32 * e:
                lo = mid
            else:
                hi = mid - 1
        return lo & MASK
    return [root(p, 3) for p in primes], [root(p, 2) for p in primes[:8]]


K, H = constants()


def rotate(x, n):
    return (x >> n | x << 32 - n) & MASK


def sha256(message):
    h = list(H)
    length = len(message) * 8
    message = message + b'\x80'
    message += b'\0' * ((56 - len(message)) % 64) + length.to_bytes(8, 'big')
    for at in range(0, len(message), 64):
        block = message[at:at + 64]
        w = [int.from_bytes(block[i:i + 4], 'big') for i in range(0, 64, 4)]
        for i in range(16, 64):
            s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3
            s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10
            w.append(w[i - 16] + s0 + w[i - 7] + s1 & MASK)
        a, b, c, d, e, f, g, k = h
        for i in range(64):
            s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            ch = e & f ^ ~e & g
            t1 = k + s1 + ch + K[i] + w[i] & MASK
            s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
            t2 = s0 + (a & b ^ a & c ^ b & c) & MASK
            k, g, f, e, d, c, b, a = g, f, e, d + t1 & MASK, c, b, a, t1 + t2 & MASK
        h = [x + y & MASK for x, y in zip(h, (a, b, c, d, e, f, g, k))]
    return ''.join('%08x' % x for x in h)


def crc32(data):
    table = []
    for i in range(256):
        for _ in range(8):
            i = i >> 1 ^ (0xedb88320 if i & 1 else 0)
        table.append(i)
    crc = MASK
    for byte in data:
        crc = table[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ MASK


def main(n):
    data = bytes(i * 7 & 255 for i in range(n))
    return sha256(b'abc'), sha256(data), hex(crc32(data * 8))


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(470000))
    print(time.perf_counter() - start)
