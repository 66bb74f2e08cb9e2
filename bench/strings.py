"""String work: split, join, format, slices, replace."""
import time

def caesar(s, k):
    out = []
    for c in s:
        if 'a' <= c <= 'z':
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        elif c.isupper():
            out.append(chr((ord(c) - 65 + k) % 26 + 65))
        else:
            out.append(c)
    return ''.join(out)


def palindrome(s):
    s = s.lower().replace(' ', '')
    return s == s[::-1]


def main(n):
    text = 'The quick brown Fox jumps over the lazy Dog'
    lines = []
    for i in range(n):
        lines.append(f'{i:05d} {text[i % 40:]} {i * 1.5:.2f}')
    joined = '\n'.join(lines)
    words = 0
    upper = 0
    for line in joined.split('\n'):
        parts = line.split()
        words += len(parts)
        if parts[1].istitle() or line.endswith('0'):
            upper += 1
        if line.startswith('00') and 'fox' in line.lower():
            upper += 1
    t = text
    for i in range(n // 100):
        t = caesar(t, i % 26)
    s = ''
    for i in range(n):
        s += '%d,%s;' % (i % 10, 'ab')
    pal = 0
    for i in range(n):
        if palindrome(str(i)):
            pal += 1
    return words, upper, t, len(s), s.count('1,ab'), pal, s.find('9,ab;0'), joined.upper()[100:120].strip()


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(750000))
    print(time.perf_counter() - start)
