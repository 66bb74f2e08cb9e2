"""Markdown (a part of it) to HTML."""
import html
import re

TEXT = """# Title with *emphasis*

A paragraph with **bold**, `code <x>` and a [link](http://example.org "t").
Second line.

- one
- two
  continued

1. first
2. second

> quoted
> text

---
"""


def inline(s):
    codes = []

    def keep(m):
        codes.append(f'<code>{html.escape(m[1])}</code>')
        return f'\0{len(codes) - 1}\0'
    s = html.escape(re.sub(r'`([^`]+)`', keep, s), quote=False)
    s = re.sub(r'\[([^]]+)\]\((\S+?)(?: "([^"]*)")?\)', lambda m: f'<a href="{m[2]}"' + (f' title="{m[3]}"' if m[3] else '') + f'>{m[1]}</a>', s)
    s = re.sub(r'\*\*(.+?)\*\*', r'<strong>\1</strong>', s)
    s = re.sub(r'\*(.+?)\*', r'<em>\1</em>', s)
    return re.sub(r'\0(\d+)\0', lambda m: codes[int(m[1])], s)


for block in re.split(r'\n\s*\n', TEXT.strip()):
    first = block.splitlines()[0]
    if m := re.match(r'(#+) (.*)', first):
        print(f'<h{len(m[1])}>{inline(m[2])}</h{len(m[1])}>')
    elif re.fullmatch('-{3,}', first):
        print('<hr>')
    elif first.startswith('>'):
        print(f"<blockquote>{inline(' '.join(l.lstrip('> ') for l in block.splitlines()))}</blockquote>")
    elif re.match(r'[-*] |\d+\. ', first):
        tag = 'ul' if first[0] in '-*' else 'ol'
        print(f'<{tag}>' + ''.join(f'<li>{inline(" ".join(i.split()))}</li>' for i in re.split(r'(?m)^(?:[-*]|\d+\.) ', block)[1:]) + f'</{tag}>')
    else:
        print(f'<p>{inline(block)}</p>')
