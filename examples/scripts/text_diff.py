"""Differences of texts, sequences and directories."""
import difflib
import filecmp
import os
import tempfile

A = 'one two three four five six'.split()
B = 'one 2 three five six seven'.split()
print('\n'.join(difflib.ndiff(A, B)))
print('\n'.join(difflib.context_diff(A, B, 'a', 'b', lineterm='')))
m = difflib.SequenceMatcher(None, 'abxcd', 'abcd')
print(round(m.ratio(), 4), m.get_matching_blocks(), m.get_opcodes(), difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
with tempfile.TemporaryDirectory() as d:
    for name, text in (('l/x.txt', 'same'), ('r/x.txt', 'same'), ('l/y.txt', 'left'), ('r/y.txt', 'rite!'), ('l/z.txt', '')):
        os.makedirs(os.path.dirname(os.path.join(d, name)), exist_ok=True)
        with open(os.path.join(d, name), 'w') as f:
            f.write(text)
    c = filecmp.dircmp(os.path.join(d, 'l'), os.path.join(d, 'r'))
    print(sorted(c.same_files), sorted(c.diff_files), sorted(c.left_only))
