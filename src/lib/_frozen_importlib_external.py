"""importlib._bootstrap_external, and the specs of the modules that are there."""

import sys

if 'importlib' not in sys.modules:
    # importlib imports this module itself, and that import is the one that counts.
    del sys.modules['_frozen_importlib_external']
    import importlib
else:
    import _import_native
    import importlib._bootstrap as _b
    import importlib._bootstrap_external as _x

    _x._set_bootstrap_module(_b)
    _b._bootstrap_external = _x


    def _set_spec(module):
        d = module.__dict__
        name = d.get('__name__')
        if not isinstance(name, str) or d.get('__spec__') is not None:
            return
        file = d.get('__file__')
        if name == '__main__':
            # Run as a program, it has a loader but no spec.
            if d.get('__loader__') is None:
                d['__loader__'] = _b.BuiltinImporter if file is None else _x.SourceFileLoader(name, file)
            return
        path = d.get('__path__')
        if file is None and path is None:
            if name in sys.builtin_module_names:
                spec = _b.ModuleSpec(name, _b.BuiltinImporter, origin='built-in')
            else:
                return
        elif file is not None and file.startswith('<'):
            spec = _b.ModuleSpec(name, _b.FrozenImporter, origin='frozen', is_package=path is not None)
        elif file is None:
            spec = _b.ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations = path
            spec.loader = _x.NamespaceLoader(name, path, None)
        else:
            spec = _x.spec_from_file_location(name, file, loader=_x.SourceFileLoader(name, file), submodule_search_locations=path)
        d['__spec__'] = spec
        if d.get('__loader__') is None:
            d['__loader__'] = spec.loader


    # They go by the names of the frozen modules.
    for _m, _name in (_b, '_frozen_importlib'), (_x, '_frozen_importlib_external'):
        for _c in list(vars(_m).values()):
            if isinstance(_c, type) and _c.__module__ == _m.__name__:
                _c.__module__ = _name

    _find_frozen = _b.FrozenImporter.find_spec


    def _find_spec(fullname, path=None, target=None):
        package = _b._imp.find_frozen(fullname)
        if package is None:
            return None
        return _b.ModuleSpec(fullname, _b.FrozenImporter, origin='frozen', is_package=package[1])


    def _exec_module(module):
        code = _b._imp.get_frozen_object(module.__spec__.name)
        exec(code, module.__dict__)


    _b.FrozenImporter.find_spec = staticmethod(_find_spec)
    _b.FrozenImporter.exec_module = staticmethod(_exec_module)
    sys.path_hooks.append(_x.FileFinder.path_hook(*_x._get_supported_file_loaders()))
    _finders = [_b.BuiltinImporter, _b.FrozenImporter, _x.PathFinder]
    sys.meta_path.extend(_finders)
    _import_native.use(_finders, _set_spec)
    for _m in list(sys.modules.values()):
        if isinstance(_m, type(sys)):
            _set_spec(_m)
    sys.modules['_frozen_importlib_external'] = _x
