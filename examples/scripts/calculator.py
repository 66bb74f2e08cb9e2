"""A calculator: tokenizer, precedence climbing, variables and functions."""
import math
import re

TOKEN = re.compile(r'\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?)|([A-Za-z_]\w*)|(\*\*|[-+*/%()=,]))')
LEVELS = {'+': (1, float.__add__), '-': (1, float.__sub__), '*': (2, float.__mul__), '/': (2, float.__truediv__), '%': (2, float.__mod__), '**': (4, float.__pow__)}


class Calc:
    def __init__(self, text, names):
        self.toks, pos, text = [], 0, text.rstrip()
        while pos < len(text):
            m = TOKEN.match(text, pos)
            if not m:
                raise SyntaxError(f'bad character {text[pos]!r} at {pos}')
            self.toks.append((m.lastindex, m[m.lastindex]))
            pos = m.end()
        self.names = names

    def peek(self):
        return self.toks[0] if self.toks else (None, None)

    def statement(self):
        if len(self.toks) > 1 and self.toks[1][1] == '=':
            name = self.toks[0][1]
            del self.toks[:2]
            v = self.names[name] = self.expr(1)
        else:
            v = self.expr(1)
        if self.toks:
            raise SyntaxError(f'unexpected {self.peek()[1]!r}')
        return v

    def expr(self, level):
        left = self.atom()
        while LEVELS.get(self.peek()[1], (0,))[0] >= level:
            op = self.toks.pop(0)[1]
            left = LEVELS[op][1](left, self.expr(LEVELS[op][0] + (op != '**')))
        return left

    def atom(self):
        kind, value = self.toks.pop(0) if self.toks else (None, None)
        if kind == 1:
            return float(value)
        if value == '-':
            return -self.expr(3)
        if value == '(':
            v = self.expr(1)
            self.expect(')')
            return v
        if kind == 2 and self.peek()[1] == '(':
            self.toks.pop(0)
            args = [self.expr(1)]
            while self.peek()[1] == ',':
                self.toks.pop(0)
                args.append(self.expr(1))
            self.expect(')')
            return float(getattr(math, value)(*args))
        if kind == 2:
            return self.names[value]
        raise SyntaxError(f'unexpected {value!r}')

    def expect(self, what):
        if self.peek()[1] != what:
            raise SyntaxError(f'expected {what!r}, got {self.peek()[1]!r}')
        self.toks.pop(0)


names = {'pi': math.pi}
for line in ('1 + 2 * 3', '-2 ** 2', '2 ** 3 ** 2', 'r = 1.5', 'pi * r ** 2', 'hypot(3, 4) % 3', '(1 + 2', '1 $ 2', 'x', '1 / 0', '7 - 2 - 1', 'sqrt(-1)'):
    try:
        print(f'{line:>16} => {Calc(line, names).statement()!r}')
    except Exception as e:
        print(f'{line:>16} => {type(e).__name__}: {e}')
