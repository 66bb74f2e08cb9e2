/** sys.stdout and sys.stderr over the host's sinks, and sys.stdin over its line reader. */
import { PyObject, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { error, typeError, valueError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { cont, andThen } from '../objects/object.js';
import { PyDict } from '../objects/dict.js';
import { PyList } from '../objects/tuple.js';
import { asStr, codePoints, jsStr, strFromJS, strLength } from '../objects/str.js';
import { argTypeName } from '../objects/type.js';
import { callPrelude } from '../objects/call.js';
import { PyBaseException } from '../objects/exception.js';
import { waitForHost, type Machine } from '../vm/machine.js';

/** Text written through here goes to the host at once; lone surrogates are escaped or refused as CPython does. */
export class TextSink extends PyObject {
  dict: PyDict | null = null;
  binary: PyValue = null;
  closed = false;
  constructor(
    readonly name: string,
    readonly fd: number,
    readonly put: (text: string) => void,
    readonly errors: string,
  ) {
    super();
  }
}

function write(_vm: VM, self: TextSink, v: PyValue): Result {
  const s = asStr(v);
  if (s === undefined) throw typeError(`write() argument must be str, not ${argTypeName(v)}`);
  if (self.closed) throw valueError('I/O operation on closed file.');
  const text = jsStr(s);
  self.put(/[\ud800-\udfff]/.test(text) ? encodable(self, s) : text);
  return strLength(s);
}

function encodable(self: TextSink, s: NonNullable<ReturnType<typeof asStr>>): string {
  let out = '';
  const cps = codePoints(s);
  for (let i = 0; i < cps.length; i++) {
    const c = cps[i]!;
    if (c >= 0xd800 && c <= 0xdfff) {
      if (self.errors === 'strict') {
        const e = error('UnicodeEncodeError', 'utf-8', s, i, i + 1, 'surrogates not allowed');
        ['encoding', 'object', 'start', 'end', 'reason'].forEach((f, k) => e.value.setField(f, e.value.args.items[k]!));
        throw e;
      }
      out += `\\u${c.toString(16)}`;
    } else out += String.fromCodePoint(c);
  }
  return out;
}

defineType({
  name: '_io.TextIOWrapper',
  instance: TextSink,
  flags: { hasDict: true, hasWeakref: true },
  methods: {
    'write(self, text, /)': write,
    '!writelines(self, lines, /)': (vm, self, lines) => callPrelude(vm, 'write_lines', self, lines),
    'flush(self, /)': () => null,
    'isatty(self, /)': () => false,
    'fileno(self, /)': (_vm, self: TextSink) => self.fd,
    'readable(self, /)': () => false,
    'writable(self, /)': () => true,
    'seekable(self, /)': () => false,
    'close(self, /)': (_vm, self: TextSink) => {
      self.closed = true;
      return null;
    },
    'reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)': () => null,
    '__enter__(self, /)': (_vm, self) => self,
    '__exit__(self, /, *args)': () => null,
    '__repr__(self, /)': (_vm, self: TextSink) => `<_io.TextIOWrapper name='${self.name}' mode='w' encoding='utf-8'>`,
  },
  getset: {
    name: (_vm, self: TextSink) => self.name,
    encoding: () => 'utf-8',
    errors: (_vm, self: TextSink) => self.errors,
    mode: () => 'w',
    closed: (_vm, self: TextSink) => self.closed,
    newlines: () => null,
    line_buffering: () => false,
    buffer: (vm, self: TextSink) => stdBuffer(vm, self, self.fd),
    __dict__: (_vm, self: TextSink) => (self.dict ??= new PyDict()),
  },
});

/** `sys.stdout.buffer`: made by _io when it is first asked for. */
function stdBuffer(vm: VM, self: TextSink | TextSource, fd: number): Result {
  if (self.binary !== null) return self.binary;
  const base = vm.frame;
  return andThen(vm, base, callPrelude(vm, 'std_buffer', fd, self), STD_BUFFER, self);
}
const STD_BUFFER = cont('std.buffer', (_vm, b, c) => ((c.a as TextSink).binary = b!));

export class TextSource extends PyObject {
  dict: PyDict | null = null;
  binary: PyValue = null;
  constructor(readonly machine: Machine) {
    super();
  }
}

/** Next line of the host; waits for a promise without blocking anything. */
function readLine(vm: VM, self: TextSource): Result {
  const { host } = self.machine;
  if (host.readLine === undefined) return '';
  const line = host.readLine('');
  if (typeof line === 'string') return strFromJS(line);
  const base = vm.frame;
  return andThen(vm, base, waitForHost(vm, line), READ);
}
const READ = cont('stdin.line', (_vm, v) => v);

const MORE = cont('stdin.more', (vm, v, c) => {
  const s = asStr(v!);
  if (s === undefined || strLength(s) === 0) return c.c === 'list' ? new PyList(c.b) : strFromJS((c.b as PyValue[]).map((x) => jsStr(asStr(x)!)).join(''));
  c.b.push(v);
  return readAll(vm, c.a, c.b, c.c);
});

function readAll(vm: VM, self: TextSource, got: PyValue[], as: 'text' | 'list'): Result {
  const base = vm.frame;
  return andThen(vm, base, readLine(vm, self), MORE, self, got, as);
}

const NEXT_LINE = cont('stdin.next', (vm, v) => {
  if (strLength(asStr(v!)!) > 0) return v;
  vm.exc = null;
  return undefined;
});

defineType({
  name: '_io.StdinWrapper',
  instance: TextSource,
  flags: { hasDict: true },
  methods: {
    '!readline(self, size=-1, /)': (vm, self) => readLine(vm, self),
    '!read(self, size=-1, /)': (vm, self) => readAll(vm, self, [], 'text'),
    '!readlines(self, hint=-1, /)': (vm, self) => readAll(vm, self, [], 'list'),
    '__iter__(self, /)': (_vm, self) => self,
    '!__next__(self, /)': (vm, self) => {
      const base = vm.frame;
      return andThen(vm, base, readLine(vm, self), NEXT_LINE);
    },
    'isatty(self, /)': () => false,
    '__enter__(self, /)': (_vm, self) => self,
    '__exit__(self, /, *args)': () => null,
    'fileno(self, /)': () => 0,
    'readable(self, /)': () => true,
    'writable(self, /)': () => false,
    'close(self, /)': () => null,
    'flush(self, /)': () => null,
    '__repr__(self, /)': () => "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>",
  },
  getset: {
    name: () => '<stdin>',
    encoding: () => 'utf-8',
    errors: () => 'strict',
    mode: () => 'r',
    closed: () => false,
    newlines: () => null,
    buffer: (vm, self: TextSource) => stdBuffer(vm, self, 0),
  },
});

export { PyBaseException, T };
