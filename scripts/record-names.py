"""The names that library modules define when their bodies run, as one JSON line each: [module, ' name name ... ']. The build runs
this on pyvm itself and puts the result into the archive: see src/vm/lazy-names.ts.

    pyvm scripts/record-names.py MODULE..."""
import json
import sys

for module in sys.argv[1:]:
    # Submodules of packages are attributes once somebody has imported them.
    names = [n for n in vars(__import__(module)) if not n.startswith('__') and f'{module}.{n}' not in sys.modules]
    print(json.dumps([module, f" {' '.join(names)} "]))
