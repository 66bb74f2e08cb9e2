"""A JSON encoder and parser in plain Python."""
import time

ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n'}


def quote(s):
    out = []
    for c in s:
        out.append(ESCAPES.get(c, c))
    return '"' + ''.join(out) + '"'


def encode(v, out):
    if v is None:
        out.append('null')
    elif v is True:
        out.append('true')
    elif v is False:
        out.append('false')
    elif isinstance(v, str):
        out.append(quote(v))
    elif isinstance(v, (int, float)):
        out.append(repr(v))
    elif isinstance(v, (list, tuple)):
        out.append('[')
        first = True
        for x in v:
            if not first:
                out.append(',')
            first = False
            encode(x, out)
        out.append(']')
    elif isinstance(v, dict):
        out.append('{')
        for i, (k, x) in enumerate(v.items()):
            if i:
                out.append(',')
            out.append(quote(k))
            out.append(':')
            encode(x, out)
        out.append('}')
    else:
        raise TypeError(type(v))


class Parser:
    def __init__(self, text):
        self.text = text
        self.pos = 0

    def peek(self):
        return self.text[self.pos]

    def value(self):
        c = self.peek()
        if c == '{':
            self.pos += 1
            d = {}
            while self.peek() != '}':
                if self.peek() == ',':
                    self.pos += 1
                k = self.string()
                self.pos += 1
                d[k] = self.value()
            self.pos += 1
            return d
        if c == '[':
            self.pos += 1
            l = []
            while self.peek() != ']':
                if self.peek() == ',':
                    self.pos += 1
                l.append(self.value())
            self.pos += 1
            return l
        if c == '"':
            return self.string()
        if c in 'tfn':
            for word, v in (('true', True), ('false', False), ('null', None)):
                if self.text.startswith(word, self.pos):
                    self.pos += len(word)
                    return v
        start = self.pos
        while self.pos < len(self.text) and self.text[self.pos] in '0123456789.+-e':
            self.pos += 1
        s = self.text[start:self.pos]
        return float(s) if '.' in s else int(s)

    def string(self):
        self.pos += 1
        out = []
        while True:
            c = self.text[self.pos]
            self.pos += 1
            if c == '"':
                return ''.join(out)
            if c == '\\':
                c = self.text[self.pos]
                self.pos += 1
                if c == 'n':
                    c = '\n'
            out.append(c)


def main(n):
    data = {'users': [{'id': i, 'name': 'user %d' % i, 'tags': ['a', 'b "quoted"', 'line\n'], 'score': i * 0.25,
                       'active': i % 2 == 0, 'parent': None} for i in range(n)]}
    out = []
    encode(data, out)
    text = ''.join(out)
    back = Parser(text).value()
    h = 0
    for c in text:
        h = (h * 31 + ord(c)) % 1000003
    return len(text), h, back == data


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(48000))
    print(time.perf_counter() - start)
