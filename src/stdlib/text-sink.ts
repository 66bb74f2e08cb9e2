/** sys.stdout and sys.stderr over the host's sinks, and sys.stdin over its line reader. */
import { PUSHED, PyObject, T, type PyValue, type Result, type VM } from '../objects/object.js';
import { typeError, valueError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { cont, andThen } from '../objects/object.js';
import { PyDict } from '../objects/dict.js';
import { PyList } from '../objects/tuple.js';
import { asJS, asStr, jsStr, strFromJS, strLength, hasNoSurrogate } from '../objects/str.js';
import { argTypeName, typeName } from '../objects/type.js';
import type { PyBytes } from '../objects/bytes.js';
import { decode, decodeBytes, encode, encodeBytes } from '../objects/codecs.js';
import { callPrelude } from '../objects/call.js';
import { PyBaseException } from '../objects/exception.js';
import { waitForHost, type Machine } from '../vm/machine.js';

/**
 * What stands for sys.stdout and sys.stderr. Text goes to the host at once. A byte that is no UTF-8 is a lone surrogate in it
 * (U+DC80 to U+DCFF), as `surrogateescape` has it; a host that writes bytes turns it back.
 */
export class TextSink extends PyObject {
  dict: PyDict | null = null;
  binary: PyValue = null;
  closed = false;
  encoding = 'utf-8';
  constructor(
    readonly name: string,
    readonly fd: number,
    readonly put: (text: string) => void,
    public errors: string,
    readonly sync: () => void = () => undefined,
  ) {
    super();
  }
}

function write(vm: VM, self: TextSink, v: PyValue): Result {
  const s = asStr(v);
  if (s === undefined) throw typeError(`write() argument must be str, not ${argTypeName(v)}`);
  if (self.closed) throw valueError('I/O operation on closed file.');
  if (self.encoding !== 'utf-8') return andThen(vm, vm.frame, encode(vm, s, self.encoding, self.errors), ENCODED, self, strLength(s));
  const text = jsStr(s);
  self.put(/[\ud800-\udfff]/.test(text) ? escaped(vm, encodeBytes(vm, s, 'utf-8', self.errors)) : text);
  return strLength(s);
}
const ENCODED = cont('sink.encoded', (vm, b, c) => {
  (c.a as TextSink).put(escaped(vm, (b as PyBytes).v));
  return c.b;
});

/** Bytes as the text a host is given. */
const escaped = (vm: VM, b: Uint8Array): string => jsStr(decodeBytes(vm, b, 'utf-8', 'surrogateescape'));

/** The values `reconfigure` was given of what can be changed here. */
function reconfigure(self: TextSink | TextSource, encoding: PyValue, errors: PyValue): null {
  const name = asJS(encoding);
  if (name !== undefined) self.encoding = /^utf[-_]?8$/i.test(name) ? 'utf-8' : name;
  if (name !== undefined || asJS(errors) !== undefined) self.errors = asJS(errors) ?? 'strict';
  return null;
}

/** What CPython does with bytes that are no UTF-8 in standard streams: 'surrogateescape' in the C locale, else 'strict'. */
export function configureStreams(env: Readonly<Record<string, string>> | undefined, streams: readonly (TextSink | TextSource)[]): void {
  if (env === undefined) return;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || 'C';
  const [encoding, errors] = (env.PYTHONIOENCODING ?? '').split(':') as [string, string?];
  for (const stream of streams) {
    const fixed = stream instanceof TextSink && stream.fd === 2;
    if (!fixed && (/^(?:C|POSIX)(?:\.|$)/.test(locale) || env.PYTHONUTF8 === '1')) stream.errors = 'surrogateescape';
    if (encoding !== '' || errors) reconfigure(stream, encoding === '' ? null : encoding, fixed ? 'backslashreplace' : (errors ?? null));
  }
}

defineType({
  name: '_io.TextIOWrapper',
  instance: TextSink,
  flags: { hasDict: true, hasWeakref: true },
  methods: {
    '!write(self, text, /)': write,
    // For the stream of bytes below (_io.py).
    '_write_bytes(self, b, /)': (vm, self: TextSink, b) => {
      self.put(escaped(vm, (b as PyBytes).v));
      return null;
    },
    '!writelines(self, lines, /)': (vm, self, lines) => callPrelude(vm, 'write_lines', self, lines),
    'flush(self, /)': (_vm, self: TextSink) => {
      self.sync();
      return null;
    },
    'isatty(self, /)': () => false,
    'fileno(self, /)': (_vm, self: TextSink) => self.fd,
    'readable(self, /)': () => false,
    'writable(self, /)': () => true,
    'seekable(self, /)': () => false,
    'close(self, /)': (_vm, self: TextSink) => {
      self.closed = true;
      return null;
    },
    'reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)': (_vm, self: TextSink, encoding, errors) => reconfigure(self, encoding, errors),
    '__enter__(self, /)': (_vm, self) => self,
    '__exit__(self, /, *args)': () => null,
    '__repr__(self, /)': (_vm, self: TextSink) => `<_io.TextIOWrapper name='${self.name}' mode='w' encoding='${self.encoding}'>`,
  },
  getset: {
    name: (_vm, self: TextSink) => self.name,
    encoding: (_vm, self: TextSink) => self.encoding,
    errors: (_vm, self: TextSink) => self.errors,
    mode: () => 'w',
    closed: (_vm, self: TextSink) => self.closed,
    newlines: () => null,
    line_buffering: () => false,
    buffer: (vm, self: TextSink) => stdBuffer(vm, self, self.fd),
    __dict__: (_vm, self: TextSink) => (self.dict ??= new PyDict()),
  },
});

const isTerminal = (self: TextSource, fd: number): boolean => self.machine.host.fs?.isatty(fd) ?? false;

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
  encoding = 'utf-8';
  errors = 'strict';
  closed = false;
  /** What input() asks with: for the host. */
  prompt = '';
  /** Text that was taken from the host and not yet read. */
  held = '';
  constructor(readonly machine: Machine) {
    super();
  }
}

/** Next line of the host as it comes; waits for a promise without blocking anything. */
function hostLine(vm: VM, self: TextSource): Result {
  const { host } = self.machine;
  if (self.closed) throw valueError('I/O operation on closed file.');
  if (host.readLine === undefined) return '';
  const { prompt } = self;
  self.prompt = '';
  const line = host.readLine(prompt);
  if (typeof line === 'string') return strFromJS(line);
  const base = vm.frame;
  return andThen(vm, base, waitForHost(vm, line), READ);
}
const READ = cont('stdin.line', (_vm, v) => v);

/** Next line as text. (On Linux, CPython leaves the newlines of sys.stdin as they are.) */
function textLine(vm: VM, self: TextSource): Result {
  const base = vm.frame;
  const v = hostLine(vm, self);
  return v === PUSHED || v === undefined ? andThen(vm, base, v, DECODE, self) : decoded(vm, self, v);
}
function decoded(vm: VM, self: TextSource, v: PyValue): Result {
  const s = asStr(v);
  if (s === undefined || (self.encoding === 'utf-8' && self.errors === 'surrogateescape')) return v;
  if (self.encoding === 'utf-8' && (hasNoSurrogate(s) || !/\p{Cs}/u.test(jsStr(s)))) return v;
  return decode(vm, encodeBytes(vm, s, 'utf-8', 'surrogateescape'), self.encoding, self.errors);
}
const DECODE = cont('stdin.decode', (vm, v, c) => decoded(vm, c.a, v!));

/** How much of `text` a reader takes: `size` characters (all for a negative number), up to the end of a line for 'line'. */
function taken(text: string, size: number, as: How): number {
  const end = as === 'line' ? text.indexOf('\n') + 1 : 0;
  const stop = end > 0 ? end : text.length;
  if (size < 0) return stop;
  let n = 0;
  let at = 0;
  while (at < stop && n < size) {
    at += text.codePointAt(at)! > 0xffff ? 2 : 1;
    n++;
  }
  return at;
}

type How = 'line' | 'text' | 'raw';

/** readline, read, and the bytes below them ('raw': all of it, as the host has it). */
function take(vm: VM, self: TextSource, size: number, as: How): Result {
  for (;;) {
    const n = taken(self.held, size, as);
    // A line is there when its end is; a number of characters when they are.
    if (size === 0 || (size > 0 && n < self.held.length) || (as === 'line' && self.held[n - 1] === '\n')) return cut(self, n);
    const base = vm.frame;
    const v = as === 'raw' ? hostLine(vm, self) : textLine(vm, self);
    if (v === PUSHED || v === undefined) return andThen(vm, base, v, TAKEN, self, size, as);
    if (!keep(self, v)) return cut(self, taken(self.held, size, as));
  }
}
const TAKEN = cont('stdin.taken', (vm, v, c) => (keep(c.a, v!) ? take(vm, c.a, c.b, c.c) : cut(c.a, taken((c.a as TextSource).held, c.b, c.c))));

/** Puts what the host gave behind what is held; false at the end. */
function keep(self: TextSource, v: PyValue): boolean {
  const s = asStr(v);
  const more = s === undefined ? '' : jsStr(s);
  self.held += more;
  return more !== '';
}
function cut(self: TextSource, n: number): PyValue {
  const text = self.held.slice(0, n);
  self.held = self.held.slice(n);
  return strFromJS(text);
}

/** A size argument: None and negative numbers mean all there is. */
function sizeOf(v: PyValue): number {
  if (v === null) return -1;
  const n = typeof v === 'boolean' ? Number(v) : v;
  if (typeof n !== 'number') throw typeError(`argument should be integer or None, not '${typeName(v)}'`);
  return n < 0 ? -1 : n;
}

function readLines(vm: VM, self: TextSource, got: PyValue[], left: number): Result {
  for (;;) {
    const base = vm.frame;
    const v = take(vm, self, -1, 'line');
    if (v === PUSHED || v === undefined) return andThen(vm, base, v, LINES, self, got, left);
    const n = strLength(asStr(v)!);
    if (n > 0) got.push(v);
    left -= n;
    if (n === 0 || left < 0) return new PyList(got);
  }
}
const LINES = cont('stdin.lines', (vm, v, c) => {
  const n = strLength(asStr(v!)!);
  if (n > 0) c.b.push(v);
  return n === 0 || c.c < n ? new PyList(c.b) : readLines(vm, c.a, c.b, c.c - n);
});

const NEXT_LINE = cont('stdin.next', (vm, v) => {
  if (strLength(asStr(v!)!) > 0) return v;
  vm.exc = null;
  return undefined;
});

defineType({
  name: '_io.StdinWrapper',
  instance: TextSource,
  flags: { hasDict: true, hasWeakref: true },
  methods: {
    '!readline(self, size=-1, /)': (vm, self, size) => take(vm, self, sizeOf(size), 'line'),
    '!read(self, size=-1, /)': (vm, self, size) => take(vm, self, sizeOf(size), 'text'),
    '!readlines(self, hint=-1, /)': (vm, self, hint) => readLines(vm, self, [], sizeOf(hint) <= 0 ? Infinity : sizeOf(hint)),
    '_ask(self, prompt, /)': (_vm, self: TextSource, prompt) => {
      self.prompt = asJS(prompt) ?? '';
      return null;
    },
    // For the stream of bytes below (_io.py): a line, or all of it.
    '!_read_raw(self, all, /)': (vm, self, all) => (all === true ? take(vm, self, -1, 'raw') : self.held === '' ? hostLine(vm, self) : cut(self, self.held.length)),
    '__iter__(self, /)': (_vm, self) => self,
    '!__next__(self, /)': (vm, self) => {
      const base = vm.frame;
      return andThen(vm, base, take(vm, self, -1, 'line'), NEXT_LINE);
    },
    'isatty(self, /)': (_vm, self: TextSource) => isTerminal(self, 0),
    '__enter__(self, /)': (_vm, self) => self,
    '__exit__(self, /, *args)': () => null,
    'fileno(self, /)': () => 0,
    'readable(self, /)': () => true,
    'writable(self, /)': () => false,
    'seekable(self, /)': () => false,
    'close(self, /)': (_vm, self: TextSource) => {
      self.closed = true;
      return null;
    },
    'flush(self, /)': () => null,
    'reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)': (_vm, self: TextSource, encoding, errors) => reconfigure(self, encoding, errors),
    '__repr__(self, /)': (_vm, self: TextSource) => `<_io.TextIOWrapper name='<stdin>' mode='r' encoding='${self.encoding}'>`,
  },
  getset: {
    name: () => '<stdin>',
    encoding: (_vm, self: TextSource) => self.encoding,
    errors: (_vm, self: TextSource) => self.errors,
    mode: () => 'r',
    closed: (_vm, self: TextSource) => self.closed,
    line_buffering: () => false,
    newlines: () => null,
    buffer: (vm, self: TextSource) => stdBuffer(vm, self, 0),
    __dict__: (_vm, self: TextSource) => (self.dict ??= new PyDict()),
  },
});

export { PyBaseException, T };
