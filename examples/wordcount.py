"""Counts words of its standard input: pyvm run examples/wordcount.py < README.md"""
import sys

counts = {}
lines = 0
for line in sys.stdin:
    lines += 1
    for word in line.lower().split():
        word = ''.join(ch for ch in word if ch.isalnum())
        if word:
            counts[word] = counts.get(word, 0) + 1

print(f'{lines} lines, {sum(counts.values())} words, {len(counts)} different')
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f'{n:>5}  {word}')
