"""A host of plugins: classes that register themselves, modules found in a directory, hooks with priorities, checked signatures, settings."""
import abc
import functools
import importlib
import importlib.util
import inspect
import os
import pathlib
import sys
import tempfile
import textwrap
import types
import typing
import warnings


class HookError(TypeError):
    pass


class Registry(type(abc.ABC)):
    """The metaclass: every concrete class gets into the list, by its name."""
    plugins: typing.ClassVar[dict[str, type]] = {}

    def __new__(meta, name, bases, space, *, key=None, **kwargs):
        cls = super().__new__(meta, name, bases, space, **kwargs)
        if bases and not inspect.isabstract(cls):
            key = key or name.lower()
            if key in meta.plugins:
                raise HookError(f'{key!r} is {meta.plugins[key].__qualname__} already')
            meta.plugins[key] = cls
            cls.key = key
        return cls

    def __prepare__(name, bases, **kwargs):
        return {'__annotations__': {}}

    def __iter__(cls):
        return iter(sorted(cls.plugins))


class Setting:
    """A descriptor that converts and checks."""

    def __init__(self, default, check=lambda v: True):
        self.default, self.check = default, check

    def __set_name__(self, owner, name):
        self.name = name
        owner.settings = {**getattr(owner, 'settings', {}), name: self}

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        value = type(self.default)(value)
        if not self.check(value):
            raise ValueError(f'{type(obj).__name__}.{self.name} may not be {value!r}')
        obj.__dict__[self.name] = value


class Plugin(abc.ABC, metaclass=Registry):
    settings: typing.ClassVar[dict] = {}
    priority = 50

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        for name, f in vars(cls).items():
            if (hook := getattr(f, '__hook__', None)) is not None:
                want = inspect.signature(HOOKS[hook])
                have = inspect.signature(f)
                if [p.name for p in want.parameters.values()] != list(have.parameters)[1:]:
                    raise HookError(f'{cls.__name__}.{name}{have} does not fit {hook}{want}')

    def __init__(self, **options):
        for k, v in options.items():
            if k not in self.settings:
                raise HookError(f'{type(self).__name__} has no setting {k!r}; it has {sorted(self.settings)}')
            setattr(self, k, v)

    @abc.abstractmethod
    def describe(self) -> str: ...


def on_text(text: str) -> str: ...
def on_end(count: int) -> None: ...


HOOKS = {'on_text': on_text, 'on_end': on_end}


def hook(name):
    def mark(f):
        f.__hook__ = name
        return f
    return mark


class Upper(Plugin):
    """Shouts."""
    ending = Setting('!', lambda s: len(s) < 4)

    def describe(self):
        return f'shouts with {self.ending!r}'

    @hook('on_text')
    def shout(self, text):
        return text.upper() + self.ending


class Wrap(Plugin, key='wrapper'):
    width = Setting(20, lambda n: n > 5)
    priority = 90

    def describe(self):
        return f'wraps at {self.width}'

    @hook('on_text')
    def fill(self, text):
        return textwrap.fill(text, self.width)

    @hook('on_end')
    def done(self, count):
        print(f'  {count} texts, width {self.width}')


class Host:
    def __init__(self, **configured):
        self.plugins = sorted((Registry.plugins[k](**o) for k, o in configured.items()), key=lambda p: (p.priority, p.key))
        self.count = 0

    @functools.cached_property
    def hooks(self):
        table = {name: [] for name in HOOKS}
        for p in self.plugins:
            for _, f in inspect.getmembers(p, inspect.ismethod):
                if name := getattr(f, '__hook__', None):
                    table[name].append(f)
        return types.MappingProxyType(table)

    def __call__(self, text):
        self.count += 1
        return functools.reduce(lambda t, f: f(t), self.hooks['on_text'], text)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        for f in self.hooks['on_end']:
            f(count=self.count)


def load(directory):
    for file in sorted(pathlib.Path(directory).glob('*.py')):
        spec = importlib.util.spec_from_file_location(f'plugins.{file.stem}', file)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        try:
            spec.loader.exec_module(module)
        except Exception as e:
            del sys.modules[spec.name]
            yield file.stem, e
        else:
            yield file.stem, module


print('built in:', list(Plugin), Upper.settings.keys(), Wrap.key)
sys.modules['host'] = types.ModuleType('host')
vars(sys.modules['host']).update(Plugin=Plugin, Setting=Setting, hook=hook)
with tempfile.TemporaryDirectory() as directory:
    for name, text in {
        'reverse': 'from host import *\nclass Reverse(Plugin):\n    """Turns around."""\n    priority = 10\n    def describe(self): return "turns"\n    @hook("on_text")\n    def turn(self, text): return text[::-1]\n',
        'wrong': 'from host import *\nclass Wrong(Plugin):\n    def describe(self): ...\n    @hook("on_end")\n    def end(self, n): ...\n',
        'twice': 'from host import *\nclass Other(Plugin, key="upper"):\n    def describe(self): ...\n',
        'syntax': 'class (:\n',
        'abstract': 'from host import *\nclass Half(Plugin):\n    pass\nvalue = Half.__abstractmethods__\n',
        'warns': 'import warnings\nwarnings.warn("old plugin", DeprecationWarning)\n',
    }.items():
        pathlib.Path(directory, f'{name}.py').write_text(text)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        for name, result in load(directory):
            if isinstance(result, Exception):
                print(f'  {name}: {type(result).__name__}: {str(result).replace(directory + os.sep, "")}')
            else:
                print(f'  {name}: {sorted(n for n in vars(result) if not n.startswith("_"))}')
    print('  warnings:', [(w.category.__name__, str(w.message)) for w in caught])
print('now:', list(Plugin), sorted(m for m in sys.modules if m.startswith('plugins.')))
with Host(upper={'ending': '?!'}, wrapper={'width': '12'}, reverse={}) as host:
    print([f'{p.key}: {p.describe()}' for p in host.plugins])
    print(host('a text that is turned around'))
    print(host(''))
for options in [{'ending': '!!!!'}, {'width': 1}, {}]:
    try:
        print(Host(upper=options)('quiet'))
    except (ValueError, HookError) as e:
        print(type(e).__name__, e)
try:
    Plugin()
except TypeError as e:
    print(e)
print(inspect.getdoc(Upper), '|', inspect.signature(Upper), '|', Upper.__mro__[1].__name__, type(Upper).__name__, Upper.shout.__hook__)
print(typing.get_type_hints(on_text), typing.get_type_hints(Plugin)['settings'])
