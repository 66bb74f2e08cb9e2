"""A spreadsheet: formulas refer to cells and ranges, are parsed with `ast`, and are recalculated in the order of what depends on what."""
import ast
import graphlib
import operator
import re
import statistics

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow, ast.Mod: operator.mod}
COMPARISONS = {ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Eq: operator.eq, ast.NotEq: operator.ne}
RANGE = re.compile(r'\b([A-Z]+)(\d+):([A-Z]+)(\d+)\b')
CELL = re.compile(r'^[A-Z]+\d+$')


class CellError(Exception):
    def __init__(self, code, why=''):
        super().__init__(code)
        self.code, self.why = code, why


def column_number(letters):
    n = 0
    for c in letters:
        n = n * 26 + ord(c) - 64
    return n


def column_letters(n):
    out = ''
    while n:
        n, r = divmod(n - 1, 26)
        out = chr(65 + r) + out
    return out


def expand(match):
    c1, r1, c2, r2 = match.groups()
    names = [f'{column_letters(c)}{r}' for r in range(int(r1), int(r2) + 1) for c in range(column_number(c1), column_number(c2) + 1)]
    return '[' + ', '.join(names) + ']'


def numbers(*args):
    for a in args:
        if isinstance(a, list):
            yield from numbers(*a)
        elif isinstance(a, (int, float)) and not isinstance(a, bool):
            yield a


FUNCTIONS = {
    'SUM': lambda *a: sum(numbers(*a)),
    'AVERAGE': lambda *a: statistics.fmean(numbers(*a)),
    'MEDIAN': lambda *a: statistics.median(numbers(*a)),
    'MIN': lambda *a: min(numbers(*a)),
    'MAX': lambda *a: max(numbers(*a)),
    'COUNT': lambda *a: sum(1 for _ in numbers(*a)),
    'ROUND': lambda x, n=0: round(x, n),
    'CONCAT': lambda *a: ''.join(str(x) for x in a),
    'UPPER': lambda s: str(s).upper(),
}


class Sheet:
    def __init__(self):
        self.source, self.trees, self.values = {}, {}, {}

    def __setitem__(self, name, text):
        self.source[name] = text
        if isinstance(text, str) and text.startswith('='):
            try:
                self.trees[name] = ast.parse(RANGE.sub(expand, text[1:]), mode='eval').body
            except SyntaxError as e:
                self.trees[name] = e
        else:
            self.trees.pop(name, None)
        self.recalculate()

    def __getitem__(self, name):
        return self.values.get(name)

    def references(self, name):
        tree = self.trees.get(name)
        if not isinstance(tree, ast.AST):
            return set()
        return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and CELL.match(n.id)}

    def recalculate(self):
        graph = {n: self.references(n) for n in self.source}
        broken = set()
        while True:
            sorter = graphlib.TopologicalSorter({n: refs for n, refs in graph.items() if n not in broken})
            try:
                order = list(sorter.static_order())
                break
            except graphlib.CycleError as e:
                broken.update(e.args[1])
        self.values = {n: CellError('#CYCLE!') for n in broken & set(self.source)}
        for name in order:
            if name in self.source and name not in self.values:
                self.values[name] = self.calculate(name)

    def calculate(self, name):
        tree = self.trees.get(name, self.source[name])
        if isinstance(tree, SyntaxError):
            return CellError('#PARSE!', tree.msg)
        if not isinstance(tree, ast.AST):
            return tree
        try:
            return self.evaluate(tree)
        except CellError as e:
            return e
        except ZeroDivisionError:
            return CellError('#DIV/0!')
        except (TypeError, ValueError, statistics.StatisticsError) as e:
            return CellError('#VALUE!', str(e))

    def evaluate(self, node):
        match node:
            case ast.Constant(value=v):
                return v
            case ast.Name(id='TRUE' | 'FALSE' as word):
                return word == 'TRUE'
            case ast.Name(id=name) if CELL.match(name):
                v = self.values.get(name, 0)
                if isinstance(v, CellError):
                    raise CellError('#REF!', name)
                return v
            case ast.List(elts=elts):
                return [self.evaluate(e) for e in elts]
            case ast.BinOp(left=l, op=op, right=r):
                return OPERATORS[type(op)](self.evaluate(l), self.evaluate(r))
            case ast.UnaryOp(op=ast.USub(), operand=x):
                return -self.evaluate(x)
            case ast.Compare(left=l, ops=[op], comparators=[r]):
                return COMPARISONS[type(op)](self.evaluate(l), self.evaluate(r))
            case ast.Call(func=ast.Name(id='IF'), args=[test, then, other]):
                return self.evaluate(then if self.evaluate(test) else other)
            case ast.Call(func=ast.Name(id=f), args=args):
                if f not in FUNCTIONS:
                    raise CellError('#NAME?', f)
                return FUNCTIONS[f](*map(self.evaluate, args))
        raise CellError('#PARSE!', type(node).__name__)

    def show(self, columns, rows):
        def text(v):
            if v is None:
                return ''
            if isinstance(v, CellError):
                return v.code
            return f'{v:.2f}' if isinstance(v, float) else str(v)
        print('    ' + ''.join(f'{c:>12}' for c in columns))
        for r in rows:
            print(f'{r:>3} ' + ''.join(f'{text(self[f"{c}{r}"]):>12}' for c in columns))


sheet = Sheet()
for row, (item, price, count) in enumerate([('apple', 0.5, 12), ('bread', 2.25, 3), ('cheese', 7.8, 1)], 1):
    sheet[f'A{row}'] = item
    sheet[f'B{row}'] = price
    sheet[f'C{row}'] = count
    sheet[f'D{row}'] = f'=B{row}*C{row}'
sheet['A4'] = '=UPPER(CONCAT("total", "s"))'
sheet['B4'] = '=AVERAGE(B1:B3)'
sheet['C4'] = '=SUM(C1:C3)'
sheet['D4'] = '=SUM(D1:D3)'
sheet['E4'] = '=IF(D4 > 20, "many", "few")'
sheet.show('ABCDE', range(1, 5))
sheet['C3'] = 2
sheet['E1'] = '=D1/D9'
sheet['E2'] = '=E1+1'
sheet['E3'] = '=NOPE(1)'
sheet.show('ABCDE', range(1, 5))
sheet['B1'] = '=D4'
sheet['E3'] = '=1 +'
sheet['D9'] = 4
sheet.show('ABCDE', range(1, 5))
sheet['B1'] = '=ROUND(MEDIAN(B2:B3) ** 0.5, 3)'
sheet.show('ABCDE', range(1, 5))
print(sorted(sheet.references('D4')), column_letters(703), column_number('AAA'), sheet['E3'].why)
