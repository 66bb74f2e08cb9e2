"""A scanner, a recursive descent parser and an evaluator for a small language."""
import time

KEYWORDS = {'let', 'while', 'if', 'else', 'end', 'print'}


class Token:
    __slots__ = ('kind', 'text', 'line')

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


def scan(source):
    i = 0
    line = 1
    n = len(source)
    while i < n:
        c = source[i]
        if c == '\n':
            line += 1
            i += 1
        elif c.isspace():
            i += 1
        elif c.isalpha() or c == '_':
            start = i
            while i < n and (source[i].isalnum() or source[i] == '_'):
                i += 1
            word = source[start:i]
            yield Token(word if word in KEYWORDS else 'name', word, line)
        elif c.isdigit():
            start = i
            while i < n and source[i].isdigit():
                i += 1
            yield Token('number', source[start:i], line)
        elif source[i:i + 2] in ('==', '<=', '>=', '!='):
            yield Token('operator', source[i:i + 2], line)
            i += 2
        elif c in '+-*/%()<>=':
            yield Token('operator', c, line)
            i += 1
        else:
            raise SyntaxError(f'line {line}: unexpected {c!r}')
    yield Token('eof', '', line)


LEVELS = [('==', '!=', '<', '>', '<=', '>='), ('+', '-'), ('*', '/', '%')]


class Parser:
    def __init__(self, source):
        self.tokens = list(scan(source))
        self.at = 0

    def peek(self):
        return self.tokens[self.at]

    def take(self, *texts):
        t = self.tokens[self.at]
        if t.text in texts:
            self.at += 1
            return t
        return None

    def program(self, *ends):
        out = []
        while self.peek().kind != 'eof' and self.peek().text not in ends:
            out.append(self.statement())
        return tuple(out)

    def statement(self):
        if self.take('let'):
            name = self.tokens[self.at].text
            self.at += 2
            return ('let', name, self.expression(0))
        if self.take('print'):
            return ('print', self.expression(0))
        if self.take('while'):
            test = self.expression(0)
            body = self.program('end')
            self.take('end')
            return ('while', test, body)
        if self.take('if'):
            test = self.expression(0)
            body = self.program('else', 'end')
            other = self.program('end') if self.take('else') else ()
            self.take('end')
            return ('if', test, body, other)
        raise SyntaxError(self.peek().text)

    def expression(self, level):
        if level == len(LEVELS):
            return self.atom()
        left = self.expression(level + 1)
        while True:
            op = self.take(*LEVELS[level])
            if op is None:
                return left
            left = (op.text, left, self.expression(level + 1))

    def atom(self):
        if self.take('('):
            value = self.expression(0)
            self.take(')')
            return value
        t = self.tokens[self.at]
        self.at += 1
        return ('number', int(t.text)) if t.kind == 'number' else ('name', t.text)


class Evaluator:
    def __init__(self):
        self.names = {}
        self.out = []

    def run(self, body):
        for s in body:
            getattr(self, 'do_' + s[0])(*s[1:])

    def do_let(self, name, value):
        self.names[name] = self.value(value)

    def do_print(self, value):
        self.out.append(self.value(value))

    def do_while(self, test, body):
        while self.value(test):
            self.run(body)

    def do_if(self, test, body, other):
        self.run(body if self.value(test) else other)

    def value(self, e):
        op = e[0]
        if op == 'number':
            return e[1]
        if op == 'name':
            return self.names[e[1]]
        a = self.value(e[1])
        b = self.value(e[2])
        if op == '+':
            return a + b
        if op == '-':
            return a - b
        if op == '*':
            return a * b
        if op == '/':
            return a // b
        if op == '%':
            return a % b
        if op == '<':
            return a < b
        if op == '==':
            return a == b
        if op == '>':
            return a > b
        raise ValueError(op)


SOURCE = """
let n = 1
let total = 0
while n < LIMIT
  let x = n
  let steps = 0
  while x > 1
    if x % 2 == 0
      let x = x / 2
    else
      let x = 3 * x + 1
    end
    let steps = steps + 1
  end
  let total = total + steps
  let n = n + 1
end
print total
"""


def main(n):
    text = SOURCE.replace('LIMIT', '10') * n
    tree = Parser(text).program()
    e = Evaluator()
    e.run(Parser(SOURCE.replace('LIMIT', str(n * 6))).program())
    return len(tree), e.out


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(1500))
    print(time.perf_counter() - start)
