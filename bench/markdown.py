"""A Markdown to HTML converter with re, and a paragraph formatter."""
import re
import time

INLINE = [
    (re.compile(r'`([^`]+)`'), r'<code>\1</code>'),
    (re.compile(r'\*\*(.+?)\*\*'), r'<strong>\1</strong>'),
    (re.compile(r'\*(.+?)\*'), r'<em>\1</em>'),
    (re.compile(r'\[([^\]]+)\]\(([^)]+)\)'), r'<a href="\2">\1</a>'),
]
HEADING = re.compile(r'(#{1,6})\s+(.*)')
ITEM = re.compile(r'\s*[-*]\s+(.*)')
WORD = re.compile(r'\w+')


def escape(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def inline(text):
    text = escape(text)
    for pattern, to in INLINE:
        text = pattern.sub(to, text)
    return text


def convert(source):
    out = []
    paragraph = []
    in_list = False

    def flush():
        if paragraph:
            out.append('<p>' + inline(' '.join(paragraph)) + '</p>')
            paragraph.clear()

    for line in source.split('\n'):
        if in_list and not ITEM.match(line):
            out.append('</ul>')
            in_list = False
        m = HEADING.match(line)
        if m:
            flush()
            n = len(m.group(1))
            out.append(f'<h{n}>{inline(m.group(2))}</h{n}>')
        elif ITEM.match(line):
            flush()
            if not in_list:
                out.append('<ul>')
                in_list = True
            out.append('<li>' + inline(ITEM.match(line).group(1)) + '</li>')
        elif not line.strip():
            flush()
        else:
            paragraph.append(line.strip())
    flush()
    return '\n'.join(out)


def wrap(text, width):
    lines = []
    line = []
    length = 0
    for word in text.split():
        if length + len(word) + len(line) > width and line:
            lines.append(' '.join(line).ljust(width) + '|')
            line = []
            length = 0
        line.append(word)
        length += len(word)
    if line:
        lines.append(' '.join(line))
    return lines


PIECE = """# Heading number {0}

Some *emphasis* and **strong words**, `code {0}` and a [link](http://example.org/{0}) in a paragraph
that goes on for another line & has <angle> brackets.

- first item of {0}
- second *item*
* third `item`

## Smaller {0}

Last paragraph, without anything special in it, just words and words and words.
"""


def main(n):
    source = ''.join(PIECE.format(i) for i in range(n))
    html = convert(source)
    lines = wrap(source, 60)
    words = {}
    for w in WORD.findall(html):
        words[w] = words.get(w, 0) + 1
    return len(html), len(lines), html.count('<em>'), max(words.values()), len(words)


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(17000))
    print(time.perf_counter() - start)
