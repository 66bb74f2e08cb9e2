"""importlib._bootstrap, set up over the machine's own import."""

import sys

if 'importlib' not in sys.modules:
    # importlib imports this module itself, and that import is the one that counts.
    del sys.modules['_frozen_importlib']
    import importlib
else:
    import _imp
    import _import_native
    import _thread
    import _weakref
    import warnings
    import importlib._bootstrap as _b

    sys.modules.setdefault('_warnings', warnings)
    _b.sys = sys
    _b._imp = _imp
    _b._thread = _thread
    _b._weakref = _weakref
    _b._warnings = warnings


    def _gcd_import(name, package=None, level=0):
        _b._sanity_check(name, package, level)
        if level > 0:
            name = _b._resolve_name(name, package, level)
        return _import_native.import_module(name)


    def _find_and_load(name, import_):
        return _import_native.import_module(name)


    _import_native.hide(_gcd_import)
    _b._gcd_import = _gcd_import
    _b._find_and_load = _find_and_load
    sys.modules['_frozen_importlib'] = _b
