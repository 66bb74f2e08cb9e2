"""Differences of texts: unified diffs made, parsed and applied, with fuzz; a three-way merge; word diffs; statistics."""
import dataclasses
import difflib
import re
import textwrap

OLD = textwrap.dedent('''\
    import sys

    def greet(name):
        print("Hello", name)

    def main():
        for arg in sys.argv[1:]:
            greet(arg)
        return 0

    if __name__ == "__main__":
        main()
    ''').splitlines(keepends=True)
MINE = [l.replace('"Hello"', '"Hi"') for l in OLD]
MINE.insert(1, 'import os\n')
THEIRS = OLD[:8] + ['        log(arg)\n'] + OLD[8:-1] + ['    sys.exit(main())\n', '# end\n']


class PatchError(Exception):
    pass


@dataclasses.dataclass
class Hunk:
    start: int
    lines: list

    @property
    def before(self):
        return [l[1:] for l in self.lines if l[0] in ' -']

    @property
    def after(self):
        return [l[1:] for l in self.lines if l[0] in ' +']


def parse(patch):
    hunks = []
    for line in patch:
        if m := re.match(r'@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@', line):
            hunks.append(Hunk(int(m[1]) - (m[2] != '0'), []))
        elif hunks:
            hunks[-1].lines.append(line)
    return hunks


def apply(text, patch, fuzz=3):
    out, shift = list(text), 0
    for n, hunk in enumerate(parse(patch), 1):
        want = hunk.before
        at = hunk.start + shift
        for off in sorted(range(-fuzz, fuzz + 1), key=abs):
            if at + off >= 0 and out[at + off:at + off + len(want)] == want:
                break
        else:
            raise PatchError(f'hunk {n} does not apply at line {at + 1}')
        if off:
            print(f'hunk {n} applied {off:+d} lines off')
        out[at + off:at + off + len(want)] = hunk.after
        shift += len(hunk.after) - len(want) + off
    return out


def reverse(patch):
    swap = {'+': '-', '-': '+'}
    for line in patch:
        if m := re.match(r'@@ (-\S+) (\+\S+) @@', line):
            yield f'@@ -{m[2][1:]} +{m[1][1:]} @@\n'
        elif line.startswith(('---', '+++')):
            yield line
        else:
            yield swap.get(line[0], line[0]) + line[1:]


def merge(base, a, b):
    """Regions that only one side changed are taken; both changed differently: a conflict."""
    def changes(x):
        return [(i1, i2, x[j1:j2]) for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, base, x).get_opcodes() if tag != 'equal']
    out, at = [], 0
    todo = sorted([(c, 'a') for c in changes(a)] + [(c, 'b') for c in changes(b)])
    while todo:
        (i1, i2, new), side = todo.pop(0)
        if todo and todo[0][0][0] < max(i2, i1 + 1) and todo[0][1] != side:
            (k1, k2, other), _ = todo.pop(0)
            out += base[at:i1]
            out += new if new == other else ['<<<<<<< a\n', *(new if side == 'a' else other), '=======\n', *(other if side == 'a' else new), '>>>>>>> b\n']
            at = max(i2, k2)
            continue
        out += base[at:i1] + new
        at = i2
    return out + base[at:]


patch = list(difflib.unified_diff(OLD, MINE, 'old.py', 'mine.py', n=1))
print(''.join(patch))
print('applied:', apply(OLD, patch) == MINE, '| back again:', apply(MINE, reverse(patch)) == OLD)
print('on a moved text:', apply(['# new\n', '# lines\n'] + OLD, patch)[2:] == MINE)
try:
    apply(THEIRS[5:], patch)
except PatchError as e:
    print('error:', e)
merged = merge(OLD, MINE, THEIRS)
print(''.join(difflib.ndiff(OLD, merged)))
print(''.join(merge(['a\n', 'b\n', 'c\n'], ['a\n', 'X\n', 'c\n'], ['a\n', 'Y\n', 'c\n', 'd\n'])))


def words(a, b):
    a, b = (re.findall(r'\s+|\w+|[^\w\s]', t) for t in (a, b))
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        old, new = ''.join(a[i1:i2]), ''.join(b[j1:j2])
        yield old if tag == 'equal' else (f'[-{old}-]' if old else '') + (f'{{+{new}+}}' if new else '')


print(''.join(words('The quick brown fox jumps over the dog.', 'The slow brown fox jumped over the lazy dog!')))
s = difflib.SequenceMatcher(lambda c: c == ' ', 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(s.ratio(), 3), s.quick_ratio() >= s.ratio(), s.real_quick_ratio() >= s.quick_ratio(), s.find_longest_match(), s.get_matching_blocks()[-1])
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('zzz', ['a']), list(difflib.context_diff(['a\n', 'b\n'], ['a\n', 'c\n'], lineterm=''))[3:])
print(''.join(difflib.restore(difflib.ndiff(OLD, MINE), 2)) == ''.join(MINE), [len(g) for g in s.get_grouped_opcodes(1)], difflib.IS_LINE_JUNK('#\n'), difflib.IS_CHARACTER_JUNK('\t'))
