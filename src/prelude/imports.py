# The import statement and print/dir/vars for arguments that need Python code.


def import_name(name, globals, fromlist, level):
    if not is_kind(name, str):
        raise TypeError('module name must be a string')
    if level < 0:
        raise ValueError('level must be >= 0')
    if level > 0:
        package = import_package(globals)
        full = resolve_name(name, package, level)
    else:
        if not name:
            raise ValueError('Empty module name')
        full = name
    importer = 'library' if is_library(globals) else 'at once'
    module = find_or_load(full, importer)
    if not fromlist:
        if level == 0:
            return import_module(name.partition('.')[0])
        if not name:
            return module
        cut = len(name) - len(name.partition('.')[0])
        return sys_modules()[module.__name__[:len(module.__name__) - cut]]
    if hasattr(module, '__path__'):
        import_fromlist(module, fromlist, importer, False)
    return module


def import_fromlist(module, fromlist, importer, recursive):
    for x in fromlist:
        if not is_kind(x, str):
            raise TypeError('Item in %s must be str, not %s' % (module.__name__ + '.__all__' if recursive else "``from list''", type_name(x)))
        if x == '*':
            if not recursive and hasattr(module, '__all__'):
                import_fromlist(module, module.__all__, importer, True)
        elif not hasattr(module, x):
            full = module.__name__ + '.' + x
            try:
                find_or_load(full, importer)
            except ModuleNotFoundError as e:
                if e.name == full and sys_modules().get(full, module) is not None:
                    continue
                raise


def import_package(globals):
    if globals is None:
        raise KeyError("'__name__' not in globals")
    package = globals.get('__package__')
    spec = globals.get('__spec__')
    if package is not None:
        if not is_kind(package, str):
            raise TypeError('package must be a string')
        return package
    if spec is not None:
        return spec.parent
    if '__name__' not in globals:
        raise KeyError("'__name__' not in globals")
    package = globals['__name__']
    if '__path__' not in globals:
        package = package.rpartition('.')[0]
    return package


def resolve_name(name, package, level):
    if not package:
        raise ImportError('attempted relative import with no known parent package')
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    base = bits[0]
    return base + '.' + name if name else base


def import_module(full):
    return find_or_load(full, 'at once')


def find_or_load(full, importer):
    # importer: who asks, and so whether the body of a library module may run later (src/vm/lazy-modules.ts).
    modules = sys_modules()
    if full in modules:
        m = modules[full]
        if m is None:
            raise ModuleNotFoundError('import of %s halted; None in sys.modules' % full, name=full)
        return m
    parent, _, child = full.rpartition('.')
    path = None
    owner = None
    if parent:
        import_module(parent)
        if full in modules:
            return modules[full]
        owner = modules[parent]
        try:
            path = owner.__path__
        except AttributeError:
            # The body of a module that waits may put it there (os.path).
            getattr(owner, '__doc__', None)
            if full in modules:
                return modules[full]
            raise ModuleNotFoundError('No module named %r; %r is not a package' % (full, parent), name=full) from None
    m = import_by_hooks(full, path)
    if m is None:
        found = find_module(full, path)
        if found is None:
            m = import_from_archives(full, path)
            if m is None:
                raise ModuleNotFoundError(missing_module_message(full), name=full)
        else:
            if found[0] == 'source with spec':
                import_module('importlib')
            # Before its body runs, which may look at it.
            give_spec(found[1])
            m = load_found(full, found, importer)
    if full == 'collections':
        # In CPython it is there from start-up, and so an attribute of the package.
        import_module('collections.abc')
    if parent:
        try:
            setattr(owner, child, m)
        except AttributeError:
            pass
    return m


def give_spec(m):
    set_spec = spec_setter()
    if set_spec is not None and is_kind(m, type(sys_modules()['sys'])):
        set_spec(m)


def run_main_with_spec(code, main):
    import_module('importlib')
    give_spec(main)
    exec_in(code, main.__dict__)


def import_by_hooks(full, path):
    for finder in sys_attr('meta_path') or ():
        find_spec = getattr(finder, 'find_spec', None)
        if find_spec is None or is_default_finder(finder):
            continue
        spec = find_spec(full, path)
        if spec is not None:
            return load_spec(full, spec)
    return None


def import_from_archives(full, path):
    for entry in archive_entries(path):
        zipimport = import_module('zipimport')
        importer = getattr(zipimport, 'zipimporter', None)
        if importer is None:
            # It is what imports.
            return None
        try:
            spec = importer(entry).find_spec(full)
        except zipimport.ZipImportError:
            continue
        if spec is not None:
            return load_spec(full, spec)
    return None


def load_spec(full, spec):
    modules = sys_modules()
    loader = spec.loader
    m = None
    create = getattr(loader, 'create_module', None)
    if create is not None:
        m = create(spec)
    if m is None:
        m = new_module(full)
    m.__spec__ = spec
    m.__loader__ = loader
    m.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        m.__path__ = spec.submodule_search_locations
    if getattr(spec, 'has_location', False):
        m.__file__ = spec.origin
    modules[full] = m
    try:
        loader.exec_module(m)
    except BaseException:
        modules.pop(full, None)
        raise
    return modules[full]


def load_found(full, found, importer):
    modules = sys_modules()
    kind, m, code = found
    if kind == 'builtin':
        modules[full] = m
        if code is not None:
            run_module(code, m)
        return m
    modules[full] = m
    if kind == 'frozen' and put_off(full, code, m, importer):
        return m
    try:
        run_module(code, m)
    except BaseException:
        modules.pop(full, None)
        raise
    return modules.get(full, m)


def import_from_error(module, name):
    mod = getattr(module, '__name__', '<unknown module name>')
    file = getattr(module, '__file__', None)
    if is_initializing(module):
        raise import_error("cannot import name %r from partially initialized module %r (most likely due to a circular import) (%s)"
                           % (name, mod, file if file is not None else 'unknown location'), mod, file)
    raise import_error('cannot import name %r from %r (%s)' % (name, mod, file if file is not None else 'unknown location'), mod, file)


def import_star(module, ns):
    d = getattr(module, '__dict__', None)
    names = getattr(module, '__all__', None)
    skip = names is None
    if skip:
        if d is None:
            raise ImportError('from-import-* object has no __dict__ and no __all__')
        names = list(d)
    for name in names:
        if not is_kind(name, str):
            if skip:
                raise TypeError('Key in %s.__dict__ must be str, not %s' % (module.__name__, type_name(name)))
            raise TypeError('Item in %s.__all__ must be str, not %s' % (module.__name__, type_name(name)))
        if skip and name.startswith('_'):
            continue
        ns[name] = getattr(module, name)


def write_lines(file, lines):
    write = file.write
    for line in lines:
        write(line)


def print_slow(args, sep, end, file, flush):
    if file is None:
        file = sys_attr('stdout')
        if file is None:
            return
    if sep is None:
        sep = ' '
    elif not is_kind(sep, str):
        raise TypeError('sep must be None or a string, not %s' % type_name(sep))
    if end is None:
        end = '\n'
    elif not is_kind(end, str):
        raise TypeError('end must be None or a string, not %s' % type_name(end))
    first = True
    for x in args:
        if first:
            first = False
        else:
            file.write(sep)
        file.write(str(x))
    file.write(end)
    if flush:
        file.flush()


def input_from(file, out, prompt):
    if prompt is not None:
        out.write(str(prompt))
    flush = getattr(out, 'flush', None)
    if flush is not None:
        flush()
    if prompt is not None:
        ask = getattr(file, '_ask', None)
        if ask is not None:
            ask(str(prompt))
    line = file.readline()
    if not line:
        raise EOFError('EOF when reading a line')
    if not is_kind(line, (str, bytes)):
        raise TypeError('object.readline() returned non-string')
    return line[:-1] if line[-1:] in ('\n', b'\n') else line


def dir_of(o):
    method = type_lookup(type(o), '__dir__', type_lookup)
    if method is type_lookup:
        raise TypeError('object does not provide __dir__')
    names = list(bind(method, o)())
    names.sort()
    return names


def sorted_names(d):
    names = list(d.keys())
    names.sort()
    return names


def displayhook(value):
    if value is None:
        return
    builtins = sys_modules()['builtins']
    builtins._ = None
    out = sys_attr('stdout')
    text = repr(value)
    out.write(text)
    out.write('\n')
    builtins._ = value


def code_lines(code, rows):
    last = None
    start = 0
    end = 0
    for row in rows:
        if row[2] != last:
            if end > start:
                yield start, end, last
            last = row[2]
            start = row[0]
        end = row[1]
    if end > start:
        yield start, end, last


def code_positions(code, rows):
    # Programs take the entry at `tb_lasti // 2`: one per two bytes, of the instruction that begins there.
    offsets = instruction_offsets(code)
    size = len(code.co_code)
    i = 0
    n = 0
    for unit in range(0, size, 2):
        while n + 1 < len(offsets) and offsets[n + 1] <= unit + (offsets[n] != unit):
            n += 1
        at = offsets[n]
        while i + 1 < len(rows) and rows[i][1] <= at:
            i += 1
        row = rows[i] if rows else (0, 0, None, None, None, None)
        yield row[2:]


async def anext_default(it, default):
    try:
        return await anext(it)
    except StopAsyncIteration:
        return default


def run_archive_as_main(path, main):
    importer = import_module('zipimport').zipimporter(path)
    if importer.find_spec('__main__') is None:
        sys_attr('stderr').write("pyvm: can't find '__main__' module in %r\n" % path)
        raise SystemExit(1)
    code = importer.get_code('__main__')
    d = main.__dict__
    d['__file__'] = importer.get_filename('__main__')
    d['__cached__'] = None
    d['__package__'] = ''
    d['__loader__'] = importer
    exec_in(code, d)


def run_module_as_main(name, main):
    modules = sys_modules()
    parent = name.rpartition('.')[0]
    if parent:
        try:
            import_module(parent)
        except ImportError as e:
            error = e
            if not isinstance(e, ModuleNotFoundError) or e.name is None or not (parent + '.').startswith(e.name + '.'):
                raise
        else:
            error = None
            if not hasattr(sys_modules()[parent], '__path__') and name not in sys_modules():
                error = ModuleNotFoundError('__path__ attribute not found on %r while trying to find %r' % (parent, name))
        if error is not None:
            sys_attr('stderr').write('pyvm: Error while finding module specification for %r (%s: %s)\n' % (name, type(error).__name__, error))
            raise SystemExit(1)
    found = find_module_for_main(name)
    if found is None:
        why = 'No module named %s' % name
        try:
            m = import_module(name)
        except ImportError:
            pass
        else:
            if hasattr(m, '__path__'):
                why = "No module named %s.__main__; %r is a package and cannot be directly executed" % (name, name)
            else:
                why = 'No code object available for %s' % name
        sys_attr('stderr').write('pyvm: %s\n' % why)
        raise SystemExit(1)
    full, package, file, code, asks = found
    if full != name:
        import_module(name)
    d = main.__dict__
    d['__file__'] = file
    d['__cached__'] = None
    d['__package__'] = package
    if asks:
        spec = d['__spec__'] = import_module('importlib.util').find_spec(full)
        d['__loader__'] = spec.loader
    sys_attr('argv')[0] = file
    exec_in(code, d)
