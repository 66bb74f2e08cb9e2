"""Walks and edits a directory tree with pathlib, shutil, zipfile."""
import fnmatch
import hashlib
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

with tempfile.TemporaryDirectory() as name:
    root = Path(name)
    for p, text in {'src/a.py': 'print(1)\n', 'src/pkg/b.py': 'x = 2\n\ny = 3\n', 'src/pkg/c.txt': 'text', 'README.md': '# hi', 'data/1.csv': 'a,b\n'}.items():
        (root / p).parent.mkdir(parents=True, exist_ok=True)
        (root / p).write_text(text)

    def tree(p, indent=''):
        for c in sorted(p.iterdir(), key=lambda c: (c.is_file(), c.name)):
            print(f'{indent}{c.name}{"/" if c.is_dir() else ""}')
            if c.is_dir():
                tree(c, indent + '  ')
    tree(root)
    py = sorted(root.rglob('*.py'))
    print([p.relative_to(root).as_posix() for p in py], sum(len(p.read_text().splitlines()) for p in py), fnmatch.filter(os.listdir(root), '[A-Z]*'))
    shutil.copytree(root / 'src', root / 'backup', ignore=shutil.ignore_patterns('*.txt'))
    (root / 'data/1.csv').rename(root / 'data/2.csv')
    (root / 'src/pkg/c.txt').unlink()
    print(sorted(p.relative_to(root).as_posix() for p in root.glob('**/*') if p.is_file()))
    print(hashlib.sha256((root / 'src/a.py').read_bytes()).hexdigest()[:16], Path('/a/b.tar.gz').suffixes, Path('x/y').parts, Path('a') / '/b')
    for bad in (lambda: (root / 'nope').read_text(), lambda: (root / 'src').rmdir(), lambda: (root / 'src').mkdir()):
        try:
            bad()
        except OSError as e:
            print(type(e).__name__, e.errno)
    shutil.make_archive(str(root / 'out'), 'zip', root / 'src')
    with zipfile.ZipFile(root / 'out.zip') as z:
        print(sorted(z.namelist()), z.read('a.py'))
print(root.exists())
