"""What importlib asks of the import machinery."""

import sys
import _import_native as _native

check_hash_based_pycs = 'default'


def lock_held():
    return False


def acquire_lock():
    pass


def release_lock():
    pass


def extension_suffixes():
    return []


def is_builtin(name, /):
    return 1 if _native.is_native(name) else 0


def create_builtin(spec, /):
    return _native.native_module(spec.name)


def exec_builtin(mod, /):
    return 0


def is_frozen(name, /):
    return _native.frozen_package(name) is not None


def is_frozen_package(name, /):
    package = _native.frozen_package(name)
    if package is None:
        raise ImportError('No such frozen object named %s' % name, name=name)
    return package


def find_frozen(name, /, *, withdata=False):
    package = _native.frozen_package(name)
    if package is None:
        return None
    return None, package, name


def get_frozen_object(name, data=None, /):
    code = _native.frozen_code(name)
    if code is None:
        raise ImportError('No such frozen object named %s' % name, name=name)
    return code


def init_frozen(name, /):
    return None


def _frozen_module_names():
    return [name for name in ('_frozen_importlib', '_frozen_importlib_external', 'zipimport', 'abc', 'codecs', 'io', '_collections_abc', '_sitebuiltins', 'genericpath',
                              'ntpath', 'posixpath', 'os.path', 'os', 'site', 'stat', 'importlib.util', 'importlib.machinery', 'runpy') if is_frozen(name)]


def create_dynamic(spec, file=None, /):
    raise ImportError('there is no native code in pyvm', name=spec.name)


def exec_dynamic(mod, /):
    raise ImportError('there is no native code in pyvm')


def source_hash(key, source):
    h = key & 0xffffffffffffffff
    for b in source:
        h = ((h ^ b) * 0x100000001b3) & 0xffffffffffffffff
    return h.to_bytes(8, 'little')


def _fix_co_filename(code, path, /):
    pass


def _override_frozen_modules_for_tests(override, /):
    pass


def _override_multi_interp_extensions_check(override, /):
    return 0
