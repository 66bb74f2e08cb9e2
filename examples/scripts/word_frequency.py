"""Word statistics of a text."""
import re
import textwrap
from collections import Counter

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the
epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness"""
words = re.findall(r"[a-z']+", TEXT.lower())
count = Counter(words)
for word, n in count.most_common(6):
    print(f'{word:<8}{n:3} {"#" * n}')
print(len(words), len(count), sum(map(len, words)) / len(words))
print(textwrap.fill(TEXT, 50, initial_indent='> ', subsequent_indent='> '))
print(textwrap.shorten(TEXT, 40), sorted((len(w), w) for w in count)[-3:], Counter(zip(words, words[1:])).most_common(3))
