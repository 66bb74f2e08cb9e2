"""Highlights Python source with tokenize, and measures it."""
import io
import keyword
import token
import tokenize
from collections import Counter

SOURCE = '''class A:
    # a comment
    def f(self, x=1.5):
        return f"{x}" + 'text' if x else None
'''
count, out, last = Counter(), [], (1, 0)
for t in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    count[token.tok_name[t.type]] += 1
    if t.start[0] == last[0]:
        out.append(' ' * (t.start[1] - last[1]))
    elif t.type not in (token.DEDENT, token.ENDMARKER):
        out.append(' ' * t.start[1])
    mark = 'k' if keyword.iskeyword(t.string) else {token.STRING: 's', token.NUMBER: 'n', tokenize.COMMENT: 'c'}.get(t.type)
    out.append(f'<{mark}>{t.string}</{mark}>' if mark else t.string if t.type not in (token.INDENT, token.DEDENT) else '')
    last = t.end
print(''.join(out), end='')
print(sorted(count.items()))
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO('x = (1+\n  2)\n').readline)), end='')
try:
    list(tokenize.generate_tokens(io.StringIO('x = (1').readline))
except tokenize.TokenError as e:
    print(e)
