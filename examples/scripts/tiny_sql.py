"""A small SQL: SELECT with joins, conditions, groups and orders over lists of rows; INSERT, UPDATE, DELETE."""
import collections
import csv
import io
import itertools
import operator
import re
from typing import Any, Callable, Iterator, NamedTuple

Row = dict[str, Any]


class Token(NamedTuple):
    kind: str
    text: str
    at: int


class SQLError(Exception):
    pass


SPEC = [('number', r'\d+(?:\.\d+)?'), ('string', r"'(?:[^']|'')*'"), ('name', r'[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?'), ('op', r'<>|<=|>=|\|\||[-+*/%=<>(),;]'), ('space', r'\s+'), ('bad', r'.')]
LEXER = re.compile('|'.join(f'(?P<{k}>{p})' for k, p in SPEC))
KEYWORDS = set('select from where group by having order asc desc limit join on as and or not in is null like between insert into values update set delete distinct case when then else end'.split())
COMPARE = {'=': operator.eq, '<>': operator.ne, '<': operator.lt, '<=': operator.le, '>': operator.gt, '>=': operator.ge}
ARITHMETIC = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '%': operator.mod, '||': lambda a, b: f'{a}{b}'}
AGGREGATES: dict[str, Callable] = {'count': len, 'sum': sum, 'avg': lambda v: sum(v) / len(v) if v else None, 'min': lambda v: min(v, default=None), 'max': lambda v: max(v, default=None)}
SCALARS = {'upper': str.upper, 'length': len, 'round': round, 'coalesce': lambda *a: next((x for x in a if x is not None), None)}


def tokens(text: str) -> Iterator[Token]:
    for m in LEXER.finditer(text):
        kind, word = m.lastgroup, m[0]
        if kind == 'bad':
            raise SQLError(f'unexpected {word!r} at {m.start()}')
        if kind == 'name' and word.lower() in KEYWORDS:
            kind, word = 'keyword', word.lower()
        if kind != 'space':
            yield Token(kind, word, m.start())
    yield Token('end', '', len(text))


class Parser:
    def __init__(self, text):
        self.tokens = list(tokens(text))
        self.at = 0

    def take(self, *texts, kind=None):
        t = self.tokens[self.at]
        if (texts and t.text in texts and t.kind in ('keyword', 'op')) or (kind and t.kind == kind):
            self.at += 1
            return t.text
        return None

    def need(self, *texts, kind=None):
        got = self.take(*texts, kind=kind)
        if got is None:
            t = self.tokens[self.at]
            raise SQLError(f'expected {kind or " or ".join(texts)}, not {t.text or "the end"!r} at {t.at}')
        return got

    def many(self, item):
        out = [item()]
        while self.take(','):
            out.append(item())
        return out

    def statement(self):
        match self.need('select', 'insert', 'update', 'delete'):
            case 'select':
                out = self.select()
            case 'insert':
                self.need('into')
                out = ('insert', self.need(kind='name'), self.columns() if self.tokens[self.at].text == '(' else None, self.need('values') and self.many(self.tuple))
            case 'update':
                out = ('update', self.need(kind='name'), self.need('set') and self.many(lambda: (self.need(kind='name'), self.need('=') and self.expr())), self.take('where') and self.expr())
            case 'delete':
                self.need('from')
                out = ('delete', self.need(kind='name'), self.take('where') and self.expr())
        self.take(';')
        self.need(kind='end') if self.tokens[self.at].kind != 'end' else None
        return out

    def columns(self):
        self.need('(')
        out = self.many(lambda: self.need(kind='name'))
        self.need(')')
        return out

    def tuple(self):
        self.need('(')
        out = self.many(self.expr)
        self.need(')')
        return out

    def select(self):
        q = {'distinct': bool(self.take('distinct')), 'fields': self.many(self.field)}
        self.need('from')
        q['from'] = self.table()
        q['joins'] = []
        while self.take('join'):
            t = self.table()
            self.need('on')
            q['joins'].append((t, self.expr()))
        q['where'] = self.expr() if self.take('where') else None
        q['group'] = self.many(self.expr) if self.take('group') and self.need('by') else []
        q['having'] = self.expr() if self.take('having') else None
        q['order'] = self.many(lambda: (self.expr(), self.take('asc', 'desc') or 'asc')) if self.take('order') and self.need('by') else []
        q['limit'] = int(self.need(kind='number')) if self.take('limit') else None
        return ('select', q)

    def table(self):
        name = self.need(kind='name')
        return name, (self.take(kind='name') or name)

    def field(self):
        if self.take('*'):
            return ('star',), '*'
        start = self.tokens[self.at].at
        e = self.expr()
        label = self.need(kind='name') if self.take('as') else None
        return e, label or (e[1].split('.')[-1] if e[0] == 'col' else f'expr{start}')

    def expr(self):
        return self.chain(lambda: self.chain(self.negation, 'and'), 'or')

    def chain(self, item, *ops):
        left = item()
        while op := self.take(*ops):
            left = (op, left, item())
        return left

    def negation(self):
        return ('not', self.negation()) if self.take('not') else self.comparison()

    def comparison(self):
        left = self.sum()
        if op := self.take(*COMPARE):
            return ('cmp', op, left, self.sum())
        if self.take('is'):
            no = self.take('not')
            self.need('null')
            return ('not', ('null', left)) if no else ('null', left)
        no = self.take('not')
        match self.take('in', 'like', 'between'):
            case 'in':
                out = ('in', left, self.tuple())
            case 'like':
                out = ('like', left, self.sum())
            case 'between':
                out = ('between', left, self.sum(), self.need('and') and self.sum())
            case None:
                return left
        return ('not', out) if no else out

    def sum(self):
        return self.chain(lambda: self.chain(self.atom, '*', '/', '%'), '+', '-', '||')

    def atom(self):
        if self.take('('):
            e = self.expr()
            self.need(')')
            return e
        if self.take('-'):
            return ('-', ('lit', 0), self.atom())
        if self.take('null'):
            return ('lit', None)
        if self.take('case'):
            whens = []
            while self.take('when'):
                test = self.expr()
                self.need('then')
                whens.append((test, self.expr()))
            other = self.expr() if self.take('else') else ('lit', None)
            self.need('end')
            return ('case', whens, other)
        if n := self.take(kind='number'):
            return ('lit', float(n) if '.' in n else int(n))
        if s := self.take(kind='string'):
            return ('lit', s[1:-1].replace("''", "'"))
        name = self.need(kind='name')
        if self.take('('):
            args = [('star',)] if self.take('*') else [] if self.tokens[self.at].text == ')' else self.many(self.expr)
            self.need(')')
            return ('call', name.lower(), args)
        return ('col', name)


def aggregates(e):
    return isinstance(e, (tuple, list)) and (e[:1] == ('call',) and e[1] in AGGREGATES or any(map(aggregates, e)))


class Database:
    def __init__(self):
        self.tables: dict[str, list[Row]] = {}

    def load(self, name, text):
        def convert(s):
            try:
                return int(s)
            except ValueError:
                try:
                    return float(s)
                except ValueError:
                    return s or None
        self.tables[name] = [{k: convert(v) for k, v in row.items()} for row in csv.DictReader(io.StringIO(text.strip()))]

    def table(self, name):
        try:
            return self.tables[name]
        except KeyError:
            raise SQLError(f'no table {name}') from None

    def value(self, e, row, group=None):
        v = lambda x: self.value(x, row, group)
        match e:
            case ('lit', x):
                return x
            case ('col', name):
                if name in row:
                    return row[name]
                found = [k for k in row if k.endswith('.' + name)]
                if len(found) != 1:
                    raise SQLError(f'{"ambiguous" if found else "no"} column {name}')
                return row[found[0]]
            case ('call', f, [arg]) if f in AGGREGATES:
                if group is None:
                    raise SQLError(f'{f} without a group')
                if arg == ('star',):
                    return len(group)
                return AGGREGATES[f]([x for r in group if (x := self.value(arg, r)) is not None])
            case ('call', f, args):
                if f not in SCALARS:
                    raise SQLError(f'no function {f}')
                return SCALARS[f](*map(v, args))
            case ('and', a, b):
                return v(a) and v(b)
            case ('or', a, b):
                return v(a) or v(b)
            case ('not', a):
                return not v(a)
            case ('null', a):
                return v(a) is None
            case ('cmp', op, a, b):
                x, y = v(a), v(b)
                return x is not None and y is not None and COMPARE[op](x, y)
            case ('in', a, options):
                return v(a) in [v(o) for o in options]
            case ('like', a, pattern):
                return re.fullmatch(re.escape(v(pattern)).replace('%', '.*').replace('_', '.'), str(v(a)), re.I) is not None
            case ('between', a, low, high):
                return v(low) <= v(a) <= v(high)
            case ('case', whens, other):
                return next((v(then) for test, then in whens if v(test)), v(other))
            case (op, a, b) if op in ARITHMETIC:
                x, y = v(a), v(b)
                return None if x is None or y is None else ARITHMETIC[op](x, y)
        raise SQLError(f'cannot evaluate {e[0]}')

    def execute(self, text):
        kind, *rest = Parser(text).statement()
        return getattr(self, kind)(*rest)

    def source(self, table):
        name, alias = table
        return [{f'{alias}.{k}': x for k, x in row.items()} for row in self.table(name)]

    def select(self, q):
        rows = self.source(q['from'])
        for t, on in q['joins']:
            rows = [both for a, b in itertools.product(rows, self.source(t)) if self.value(on, both := a | b)]
        if q['where']:
            rows = [r for r in rows if self.value(q['where'], r)]
        if q['group'] or any(aggregates(e) for e, _ in q['fields']):
            groups = collections.defaultdict(list)
            for r in rows:
                groups[tuple(self.value(e, r) for e in q['group'])].append(r)
            if not q['group'] and not groups:
                groups[()] = []
            pairs = [(g[0] if g else {}, g) for g in groups.values()]
        else:
            pairs = [(r, None) for r in rows]
        if q['having']:
            pairs = [p for p in pairs if self.value(q['having'], *p)]
        out = []
        for row, group in pairs:
            made: Row = {}
            for e, label in q['fields']:
                made.update({k.split('.')[1]: x for k, x in row.items()} if e == ('star',) else {label: self.value(e, row, group)})
            out.append((made, row | made, group))
        for e, way in reversed(q['order']):
            out.sort(key=lambda o: ((x := self.value(e, o[1], o[2])) is not None, x), reverse=way == 'desc')
        results = [o[0] for o in out]
        if q['distinct']:
            results = list({tuple(r.items()): r for r in results}.values())
        return results[:q['limit']]

    def insert(self, name, columns, rows):
        table = self.table(name)
        columns = columns or list(table[0])
        for r in rows:
            if len(r) != len(columns):
                raise SQLError(f'{len(r)} values for {len(columns)} columns')
            table.append(dict.fromkeys(table[0] if table else columns) | dict(zip(columns, (self.value(e, {}) for e in r))))
        return len(rows)

    def update(self, name, changes, where):
        hit = [r for r in self.table(name) if not where or self.value(where, r)]
        for r in hit:
            r.update({c: self.value(e, r) for c, e in changes})
        return len(hit)

    def delete(self, name, where):
        table = self.table(name)
        keep = [r for r in table if where and not self.value(where, r)]
        gone = len(table) - len(keep)
        table[:] = keep
        return gone


def show(rows):
    if not rows:
        print('  (nothing)')
        return
    text = [[('NULL' if v is None else f'{v:.2f}' if isinstance(v, float) else str(v)) for v in r.values()] for r in rows]
    widths = [max(map(len, c)) for c in zip(rows[0], *text)]
    for line in [list(rows[0]), ['-' * w for w in widths], *text]:
        print('  ' + ' | '.join(c.ljust(w) for c, w in zip(line, widths)).rstrip())


db = Database()
db.load('people', 'id,name,city,age\n1,Ada,London,36\n2,Bob,Paris,\n3,Cleo,Rome,29\n4,Dan,London,52\n5,Eve,Paris,41')
db.load('orders', 'id,person,item,price,count\n1,1,pen,1.5,10\n2,1,book,12,1\n3,3,pen,1.5,2\n4,4,lamp,40,1\n5,4,book,12,2\n6,9,ghost,0,1')
for sql in '''
select * from people where age > 30 order by age desc
select name, upper(city) as c from people where name like '_a%' or age is null
select p.name, o.item, o.price * o.count as total from people p join orders o on o.person = p.id where o.price between 1 and 20 order by total desc, p.name
select city, count(*) as n, avg(age) as mean, min(name) as first from people group by city having count(*) > 1 order by city
select sum(price * count) as turnover, max(price) as dearest, count(age) as ages from people p join orders o on p.id = o.person
select distinct item from orders order by item limit 3
select name, case when age < 30 then 'young' when age >= 50 then 'old' else 'middle' end as kind, coalesce(age, -1) + 1 as next from people
select name || ' of ' || city as who from people where city not in ('Rome', 'Oslo') and not age = 36
insert into people (name, id) values ('Flo', 6), ('O''Hara', 7)
update people set city = 'Oslo', age = id * 10 where city is null
select id, name, city, age from people where city = 'Oslo'
delete from people where age % 20 = 0 or name = 'Bob'
select count(*) as left_over from people
select nope from people
select name from nobody
select id from people p join orders o on p.id = o.person
select name people
select name from people where age ! 3
insert into people (id) values (1, 2)
select count(*) as n, sum(id) as s, avg(id) as a from people where id > 100
'''.strip().splitlines():
    print(sql)
    try:
        result = db.execute(sql)
    except SQLError as e:
        print('  error:', e)
    else:
        show(result) if isinstance(result, list) else print(f'  {result} rows')
