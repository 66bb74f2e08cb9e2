"""A package resolver: versions, constraints, backtracking, and the order to install in."""
from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from graphlib import TopologicalSorter


@functools.total_ordering
@dataclass(frozen=True)
class Version:
    parts: tuple[int, int, int]
    pre: str = ''

    @classmethod
    @functools.cache
    def parse(cls, text: str) -> Version:
        m = re.fullmatch(r'(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([a-z0-9.]+))?', text)
        if m is None:
            raise ValueError(f'bad version: {text!r}')
        return cls(tuple(int(x or 0) for x in m.groups()[:3]), m[4] or '')

    def __lt__(self, other):
        # A pre-release comes before its release.
        return (self.parts, self.pre == '', self.pre) < (other.parts, other.pre == '', other.pre)

    def __str__(self):
        return '.'.join(map(str, self.parts)) + (f'-{self.pre}' if self.pre else '')


class Constraint:
    PATTERN = re.compile(r'\s*(>=|<=|==|!=|>|<|\^|~)\s*([^\s,]+)\s*(?:,|$)')

    def __init__(self, text):
        self.text = text
        self.rules = []
        at = 0
        while at < len(text):
            m = self.PATTERN.match(text, at)
            if m is None:
                raise ValueError(f'bad constraint: {text[at:]!r}')
            self.rules.append((m[1], Version.parse(m[2])))
            at = m.end()

    def allows(self, v):
        return all(self.check(op, v, w) for op, w in self.rules)

    @staticmethod
    def check(op, v, w):
        match op:
            case '>=': return v >= w
            case '<=': return v <= w
            case '==': return v == w
            case '!=': return v != w
            case '>': return v > w
            case '<': return v < w
            case '^': return w <= v and v.parts[0] == w.parts[0]
            case '~': return w <= v and v.parts[:2] == w.parts[:2]

    def __repr__(self):
        return self.text or '*'


class Conflict(Exception):
    pass


@dataclass
class Resolver:
    index: dict[str, dict[str, dict[str, str]]]
    tries: int = 0
    log: list[str] = field(default_factory=list)

    def versions(self, name):
        if name not in self.index:
            raise Conflict(f'no package {name!r}')
        return sorted(map(Version.parse, self.index[name]), reverse=True)

    def resolve(self, wanted):
        self.tries = 0
        self.log.clear()
        return self.step([(n, Constraint(c), 'root') for n, c in wanted.items()], {})

    def step(self, todo, chosen):
        if not todo:
            return chosen
        (name, constraint, by), *rest = todo
        if name in chosen:
            if not constraint.allows(chosen[name]):
                raise Conflict(f'{by} wants {name} {constraint}, but {chosen[name]} is chosen')
            return self.step(rest, chosen)
        why = None
        for v in self.versions(name):
            if not constraint.allows(v) or (v.pre and not constraint.rules):
                continue
            self.tries += 1
            more = [(n, Constraint(c), f'{name} {v}') for n, c in self.index[name][str(v)].items()]
            try:
                return self.step(rest + more, {**chosen, name: v})
            except Conflict as e:
                self.log.append(f'{name} {v}: {e}')
                why = e
        raise why or Conflict(f'{by} wants {name} {constraint}: none of {", ".join(map(str, self.versions(name)))}')

    def order(self, chosen):
        graph = {n: set(self.index[n][str(v)]) for n, v in chosen.items()}
        ts = TopologicalSorter(graph)
        ts.prepare()
        while ts.is_active():
            ready = sorted(ts.get_ready())
            yield ready
            ts.done(*ready)


INDEX = {
    'app': {'1.0.0': {'web': '^2.0', 'db': '>=1.1'}, '1.1.0': {'web': '^3.0', 'db': '>=1.1'}},
    'web': {'2.0.0': {'http': '^1.0'}, '2.4.1': {'http': '^1.2', 'log': '~1.0'}, '3.0.0': {'http': '^2.0', 'log': '>=1.0'}, '3.1.0-beta': {}},
    'db': {'1.0.0': {}, '1.1.0': {'log': '<1.5'}, '1.2.0': {'log': '>=1.5', 'http': '<2'}},
    'http': {'1.0.0': {}, '1.2.0': {}, '1.9.9': {}, '2.0.0': {'log': '!=1.5.0'}},
    'log': {'1.0.0': {}, '1.0.7': {}, '1.5.0': {}, '1.6.0': {}},
    'lonely': {'0.1.0': {'nothing': ''}},
}
r = Resolver(INDEX)
for wanted in [{'app': ''}, {'app': '<1.1'}, {'app': '', 'http': '^1.0'}, {'log': '==1.6', 'web': '^2.4'}, {'lonely': ''}, {'db': '>9'}, {'web': '>3.0'}]:
    print('want', wanted)
    try:
        chosen = r.resolve(wanted)
    except Conflict as e:
        print('  conflict:', e)
    else:
        print('  ' + ', '.join(f'{n} {v}' for n, v in sorted(chosen.items())))
        for i, batch in enumerate(r.order(chosen), 1):
            print(f'  {i}. {" ".join(batch)}')
    for line in r.log:
        print('  tried', line)
    print('  tries:', r.tries)
versions = [Version.parse(t) for t in '1.0 1.0.0-rc.1 0.9.9 1.0.0-alpha 2 1.10.2 1.9'.split()]
print(*sorted(versions))
print(max(versions), Version.parse('1.0') == Version.parse('1.0.0'), len({Version.parse('1'), Version.parse('1.0')}))
for bad in ['1.x', '>=', '=> 1', '^1.0 ,']:
    try:
        Constraint(bad) if bad[0] in '>=^' else Version.parse(bad)
        print(repr(bad), 'is fine')
    except ValueError as e:
        print(e)
