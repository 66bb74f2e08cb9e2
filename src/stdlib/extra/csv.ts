/** _csv: dialects, the reader's state machine, the writer (Modules/_csv.c). */
import { andThen, cont, PUSHED, AnyFloat, PyFloat, PyObject, T, typeOf, type PyValue, type Result, type VM } from '../../objects/object.js';
import { error, PyException, typeError } from '../../objects/errors.js';
import { defineType } from '../../objects/define.js';
import { defineException } from '../../objects/define-exception.js';
import { PyBaseException } from '../../objects/exception.js';
import { call } from '../../objects/call.js';
import { getattr, ownAttr } from '../../objects/attribute.js';
import { floatRepr } from '../../objects/float-format.js';
import { parseFloatText } from '../../objects/float.js';
import { asInt, clipInt } from '../../objects/int.js';
import { iter, itemsSync, listFrom, next } from '../../objects/iterate.js';
import { str, strSync, truthSync } from '../../objects/convert.js';
import { asJS, strFromJS } from '../../objects/str.js';
import { PyDict } from '../../objects/dict.js';
import { PyInstance, PyType, typeName } from '../../objects/type.js';
import { PyList } from '../../objects/tuple.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

const ERROR = defineException('_csv.Error', T.Exception!);
const fail = (message: string): PyException => new PyException(new PyBaseException(ERROR, [message]));

const QUOTE = { MINIMAL: 0, ALL: 1, NONNUMERIC: 2, NONE: 3 } as const;

/** What a Dialect holds; characters as JS strings, null for none. */
interface Settings {
  delimiter: string;
  doublequote: boolean;
  escapechar: string | null;
  lineterminator: string;
  quotechar: string | null;
  quoting: number;
  skipinitialspace: boolean;
  strict: boolean;
}

class Dialect extends PyObject {
  constructor(
    cls: PyType,
    readonly s: Settings,
  ) {
    super();
    this.cls = cls;
  }
}

const NAMES = ['delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict'] as const;

function oneChar(name: string, v: PyValue): string {
  const s = asJS(v)!;
  if (Array.from(s).length !== 1) throw typeError(`"${name}" must be a 1-character string`);
  return s;
}

function settings(vm: VM, given: Map<string, PyValue>): Settings {
  const flag = (name: string, dflt: boolean): boolean => {
    const v = given.get(name);
    return v === undefined ? dflt : (truthSync(vm, v) ?? true);
  };
  const char = (name: string, dflt: string | null): string | null => {
    const v = given.get(name);
    if (v === undefined) return dflt;
    if (v === null) return null;
    if (asJS(v) === undefined) throw typeError(`"${name}" must be string or None, not ${typeName(v)}`);
    return oneChar(name, v);
  };
  const d = given.get('delimiter');
  if (d !== undefined && asJS(d) === undefined) throw typeError(`"delimiter" must be string, not ${typeName(d)}`);
  const delimiter = d === undefined ? ',' : oneChar('delimiter', d);
  const doublequote = flag('doublequote', true);
  const escapechar = char('escapechar', null);
  const term = given.get('lineterminator');
  if (term !== undefined && term !== null && asJS(term) === undefined) throw typeError('"lineterminator" must be a string');
  const quotechar = char('quotechar', '"');
  const q = given.get('quoting');
  let quoting: number = QUOTE.MINIMAL;
  if (q !== undefined) {
    if (typeof q === 'bigint') throw error('OverflowError', 'Python int too large to convert to C int');
    if (typeof q !== 'number') throw typeError('"quoting" must be an integer');
    if (q !== (q | 0)) throw error('OverflowError', q > 0 ? 'signed integer is greater than maximum' : 'signed integer is less than minimum');
    quoting = q;
  }
  if (quoting < 0 || quoting > 3) throw typeError('bad "quoting" value');
  if (given.has('quotechar') && quotechar === null && q === undefined) quoting = QUOTE.NONE;
  if (quoting !== QUOTE.NONE && quotechar === null) throw typeError('quotechar must be set if quoting enabled');
  if (term === null) throw typeError('lineterminator must be set');
  return { delimiter, doublequote, escapechar, lineterminator: term === undefined ? '\r\n' : asJS(term)!, quotechar, quoting, skipinitialspace: flag('skipinitialspace', false), strict: flag('strict', false) };
}

/** An attribute of a dialect object or class that needs no Python code. */
const attrOf = (o: PyValue, name: string): PyValue | undefined => {
  if (o instanceof PyType) return o.lookup(name);
  const own = o instanceof PyInstance ? o.getOwn(name) : ownAttr(o, name);
  return own === undefined ? typeOf(o).lookup(name) : own;
};

function dialectFrom(vm: VM, registry: PyDict, dialect: PyValue, kw: Map<string, PyValue>): Dialect {
  let base: PyValue = dialect;
  const name = base === null ? undefined : asJS(base);
  if (name !== undefined) {
    const known = registry.getStr(name);
    if (known === undefined) throw fail('unknown dialect');
    base = known;
  }
  const given = new Map<string, PyValue>();
  for (const [k, v] of kw) {
    if (!NAMES.includes(k as 'strict')) throw typeError(`'${k}' is an invalid keyword argument for this function`);
    given.set(k, v);
  }
  if (base instanceof Dialect) {
    if (kw.size === 0) return base;
    for (const n of NAMES) if (!given.has(n)) given.set(n, base.s[n]);
  } else if (base !== null) {
    for (const n of NAMES) {
      const v = given.has(n) ? undefined : attrOf(base, n);
      if (v !== undefined) given.set(n, v);
    }
  }
  return new Dialect(DIALECT, settings(vm, given));
}

/** Fields of the C struct, and attributes that are worked out. */
const members: Record<string, (vm: VM, self: Dialect) => PyValue> = {};
const getset: typeof members = {};
for (const n of NAMES) (n === 'doublequote' || n === 'skipinitialspace' || n === 'strict' ? members : getset)[n] = (_vm, self) => (typeof self.s[n] === 'string' ? strFromJS(self.s[n] as string) : self.s[n]);

const DIALECT: PyType = defineType({
  name: '_csv.Dialect',
  instance: Dialect,
  flags: { basetype: true },
  new: ['__new__(cls, dialect=None, delimiter=<unset>, doublequote=<unset>, escapechar=<unset>, lineterminator=<unset>, quotechar=<unset>, quoting=<unset>, skipinitialspace=<unset>, strict=<unset>)', (
    vm, cls: PyType, dialect, ...parts: (PyValue | undefined)[]
  ) => {
    const kw = new Map<string, PyValue>();
    NAMES.forEach((n, i) => {
      if (parts[i] !== undefined) kw.set(n, parts[i]!);
    });
    const d = dialectFrom(vm, vm.state.csvDialects as PyDict, dialect, kw);
    return cls === DIALECT ? d : new Dialect(cls, d.s);
  }],
  members,
  getset,
});

const enum S {
  StartRecord, StartField, Escaped, InField, InQuoted, EscapeInQuoted, QuoteInQuoted, EatCrNl, AfterEscapedCrNl,
}

class Reader extends PyObject {
  state: S = S.StartRecord;
  fields: PyValue[] = [];
  field = '';
  numeric = false;
  line = 0;
  constructor(
    readonly dialect: Dialect,
    readonly input: PyValue,
    readonly limit: { value: number },
  ) {
    super();
  }

  reset(): void {
    this.state = S.StartRecord;
    this.fields = [];
    this.field = '';
    this.numeric = false;
  }

  save(): void {
    if (this.numeric) {
      this.numeric = false;
      const x = parseFloatText(this.field.trim());
      if (x === undefined) throw error('ValueError', `could not convert string to float: '${this.field}'`);
      this.fields.push(new PyFloat(x));
    } else this.fields.push(strFromJS(this.field));
    this.field = '';
  }

  private add(c: string): void {
    this.field += c;
    if (this.field.length > this.limit.value) throw fail(`field larger than field limit (${this.limit.value})`);
  }

  /** One character; '\0end' stands for the end of the line. */
  feed(c: string): void {
    const { s } = this.dialect;
    const newline = c === '\n' || c === '\r' || c === EOL;
    switch (this.state) {
      case S.StartRecord:
        if (c === EOL) break;
        if (newline) {
          this.state = S.EatCrNl;
          break;
        }
        this.state = S.StartField;
      // falls through
      case S.StartField:
        if (newline) {
          this.save();
          this.state = c === EOL ? S.StartRecord : S.EatCrNl;
        } else if (c === s.quotechar && s.quoting !== QUOTE.NONE) this.state = S.InQuoted;
        else if (c === s.escapechar) this.state = S.Escaped;
        else if (c === ' ' && s.skipinitialspace) {
          // ignored
        } else if (c === s.delimiter) this.save();
        else {
          if (s.quoting === QUOTE.NONNUMERIC) this.numeric = true;
          this.add(c);
          this.state = S.InField;
        }
        break;
      case S.Escaped:
        if (c === '\n' || c === '\r') {
          this.add(c);
          this.state = S.AfterEscapedCrNl;
          break;
        }
        this.add(c === EOL ? '\n' : c);
        this.state = S.InField;
        break;
      case S.AfterEscapedCrNl:
        if (c === EOL) break;
      // falls through
      case S.InField:
        if (newline) {
          this.save();
          this.state = c === EOL ? S.StartRecord : S.EatCrNl;
        } else if (c === s.escapechar) this.state = S.Escaped;
        else if (c === s.delimiter) {
          this.save();
          this.state = S.StartField;
        } else this.add(c);
        break;
      case S.InQuoted:
        if (c === EOL) break;
        if (c === s.escapechar) this.state = S.EscapeInQuoted;
        else if (c === s.quotechar && s.quoting !== QUOTE.NONE) this.state = s.doublequote ? S.QuoteInQuoted : S.InField;
        else this.add(c);
        break;
      case S.EscapeInQuoted:
        this.add(c === EOL ? '\n' : c);
        this.state = S.InQuoted;
        break;
      case S.QuoteInQuoted:
        if (s.quoting !== QUOTE.NONE && c === s.quotechar) {
          this.add(c);
          this.state = S.InQuoted;
        } else if (c === s.delimiter) {
          this.save();
          this.state = S.StartField;
        } else if (newline) {
          this.save();
          this.state = c === EOL ? S.StartRecord : S.EatCrNl;
        } else if (!s.strict) {
          this.add(c);
          this.state = S.InField;
        } else throw fail(`'${s.delimiter}' expected after '${s.quotechar}'`);
        break;
      case S.EatCrNl:
        if (c === '\n' || c === '\r') break;
        if (c === EOL) this.state = S.StartRecord;
        else throw fail('new-line character seen in unquoted field - do you need to open the file in universal-newline mode?');
        break;
      default:
    }
  }

  /** A whole line. Runs of ordinary characters are taken at once. */
  feedLine(text: string): void {
    const { s } = this.dialect;
    const astral = /[\ud800-\udbff]/.test(s.delimiter + (s.quotechar ?? '') + (s.escapechar ?? ''));
    if (astral) {
      for (const c of text) this.feed(c);
      this.feed(EOL);
      return;
    }
    const n = text.length;
    const special = (c: string): boolean => c === s.delimiter || c === '\n' || c === '\r' || c === s.escapechar || c === s.quotechar;
    for (let i = 0; i < n; i++) {
      if (this.state === S.InField || this.state === S.InQuoted) {
        let j = i;
        while (j < n && !special(text[j]!)) j++;
        if (j > i) {
          this.add(text.slice(i, j));
          if (j === n) break;
          i = j;
        }
      }
      this.feed(text[i]!);
    }
    this.feed(EOL);
  }
}
const EOL = '\0end';

function nextRow(vm: VM, r: Reader): Result {
  r.reset();
  return nextLine(vm, r);
}
/** Lines until a record is whole: a loop while the lines need no frame. */
function nextLine(vm: VM, r: Reader): Result {
  for (;;) {
    const base = vm.frame;
    const line = next(vm, r.input);
    if (line === PUSHED) return andThen(vm, base, line, LINE, r);
    const row = takeLine(vm, r, line);
    if (row !== null) return row;
  }
}

/** null: the record goes on in the next line. */
function takeLine(vm: VM, r: Reader, line: Result): Result {
  if (line === undefined) {
    if (vm.exc !== null) return undefined;
    if (r.field !== '' || r.state === S.InQuoted) {
      if (r.dialect.s.strict) throw fail('unexpected end of data');
      r.save();
      return new PyList(r.fields);
    }
    vm.stopValue = null;
    return undefined;
  }
  const text = asJS(line);
  if (text === undefined) throw fail(`iterator should return strings, not ${typeName(line)} (the file should be opened in text mode)`);
  r.line++;
  vm.charge(1 + (text.length >> 6));
  r.feedLine(text);
  return r.state === S.StartRecord ? new PyList(r.fields) : null;
}
const LINE = cont(
  'csv.line',
  (vm, line, c) => {
    const row = takeLine(vm, c.a, line);
    return row === null ? nextLine(vm, c.a) : row;
  },
  { iter: true },
);

defineType({
  name: '_csv.reader',
  instance: Reader,
  doc: 'CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n',
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '!__next__(self, /)': (vm, self: Reader) => nextRow(vm, self),
  },
  members: { dialect: (_vm, self: Reader) => self.dialect, line_num: (_vm, self: Reader) => self.line },
});

class Writer extends PyObject {
  constructor(
    readonly dialect: Dialect,
    readonly write: PyValue,
  ) {
    super();
  }
}

/** One field as text: `null` where Python code must give it. */
function fieldText(vm: VM, v: PyValue): string | null {
  if (v === null) return '';
  if (v instanceof PyFloat && v.cls === T.float) return floatRepr(v.v);
  const s = strSync(vm, v);
  return s === undefined ? null : asJS(s)!;
}

function quoteField(s: Settings, text: string, isString: boolean, lone: boolean): string {
  let quoted = s.quoting === QUOTE.ALL || (s.quoting === QUOTE.NONNUMERIC && isString);
  let out = '';
  for (const c of text) {
    if (c === s.delimiter || c === s.escapechar || c === s.quotechar || s.lineterminator.includes(c)) {
      let escape = false;
      if (s.quoting === QUOTE.NONE) escape = true;
      else {
        if (c === s.quotechar) {
          if (s.doublequote) out += s.quotechar;
          else escape = true;
        } else if (c === s.escapechar) escape = true;
        if (!escape) quoted = true;
      }
      if (escape) {
        if (s.escapechar === null) throw fail('need to escape, but no escapechar set');
        out += s.escapechar;
      }
    }
    out += c;
  }
  if (text === '' && lone) {
    if (s.quoting === QUOTE.NONE) throw fail('single empty field record must be quoted');
    quoted = true;
  }
  return quoted ? s.quotechar + out + s.quotechar : out;
}

function writeRow(vm: VM, w: Writer, row: PyValue): Result {
  const items = itemsSync(row);
  if (items !== undefined) return joinRow(vm, w, items, 0, []);
  if (typeOf(row).lookup('__iter__') === undefined && typeOf(row).lookup('__getitem__') === undefined) throw fail(`iterable expected, not ${typeName(row)}`);
  const base = vm.frame;
  return andThen(vm, base, listFrom(vm, row, false), ROW_LIST, w);
}
const ROW_LIST = cont('csv.row', (vm, list, c) => joinRow(vm, c.a, (list as PyList).items, 0, []));

function joinRow(vm: VM, w: Writer, items: PyValue[], from: number, parts: string[]): Result {
  const { s } = w.dialect;
  for (let i = from; i < items.length; i++) {
    const v = items[i]!;
    const text = fieldText(vm, v);
    if (text === null) {
      const base = vm.frame;
      return andThen(vm, base, str(vm, v), FIELD, w, items, i, parts);
    }
    const number = typeof v === 'number' || typeof v === 'bigint' || v instanceof AnyFloat || typeof v === 'boolean';
    parts.push(quoteField(s, text, !number, items.length === 1));
  }
  return call(vm, w.write, [strFromJS(parts.join(s.delimiter) + s.lineterminator)]);
}
const FIELD = cont('csv.field', (vm, text, c) => {
  const w = c.a as Writer;
  const items = c.b as PyValue[];
  const parts = c.d as string[];
  const v = items[c.c as number]!;
  const number = typeOf(v).lookup('__float__') !== undefined && asJS(v) === undefined;
  parts.push(quoteField(w.dialect.s, asJS(text!)!, !number, items.length === 1));
  return joinRow(vm, w, items, (c.c as number) + 1, parts);
});

/** Rows of an iterator, one after the other: a loop while nothing needs a frame. */
function writeRows(vm: VM, w: Writer, it: PyValue): Result {
  for (;;) {
    const base = vm.frame;
    const row = next(vm, it);
    if (row === PUSHED) return andThen(vm, base, row, NEXT_ROW, w, it);
    if (row === undefined) return vm.exc === null ? null : undefined;
    const r = writeRow(vm, w, row);
    if (r === undefined) return undefined;
    if (r === PUSHED) return andThen(vm, base, r, ROW_WRITTEN, w, it);
  }
}
const NEXT_ROW = cont(
  'csv.rows.next',
  (vm, row, c) => {
    if (row === undefined) return vm.exc === null ? null : undefined;
    const base = vm.frame;
    return andThen(vm, base, writeRow(vm, c.a, row), ROW_WRITTEN, c.a, c.b);
  },
  { iter: true },
);
const ROW_WRITTEN = cont('csv.rows.written', (vm, _r, c) => writeRows(vm, c.a, c.b));
const ROWS = cont('csv.rows', (vm, it, c) => writeRows(vm, c.a, it!));

defineType({
  name: '_csv.writer',
  instance: Writer,
  doc: 'CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n',
  methods: {
    '!writerow(self, row, /)': (vm, self: Writer, row) => writeRow(vm, self, row),
    '!writerows(self, rows, /)': (vm, self: Writer, rows) => {
      const base = vm.frame;
      return andThen(vm, base, iter(vm, rows), ROWS, self);
    },
  },
  members: { dialect: (_vm, self: Writer) => self.dialect },
});

/** What a call says of the dialect: looked at when its first argument is right. */
interface Given {
  dialect: PyValue;
  kw: Map<string, PyValue>;
}

const MAKE_READER = cont('csv.reader', (vm, it, c) => new Reader(dialectFrom(vm, c.c, (c.d as Given).dialect, (c.d as Given).kw), it!, c.b));
const MAKE_WRITER = cont(
  'csv.writer',
  (vm, write, c) => {
    if (write === undefined) {
      if (!vm.exc!.cls.isSubtype(T.AttributeError!)) return undefined;
      return vm.raise(typeError('argument 1 must have a "write" method'));
    }
    return new Writer(dialectFrom(vm, c.a, (c.b as Given).dialect, (c.b as Given).kw), write);
  },
  { catches: true },
);

/** The dialect given by keyword, taken out of the keywords. */
function taken(kw: Map<string, PyValue>): PyValue {
  const d = kw.get('dialect') ?? null;
  kw.delete('dialect');
  return d;
}

export const makeCsv: NativeModuleMaker = (vm) => {
  const registry = new PyDict();
  vm.state.csvDialects = registry;
  const limit = { value: 131072 };
  return defineModule({
    name: '_csv',
    doc: 'CSV parsing and writing.\n',
    functions: {
      '!reader(*args, **kwargs)': (v, args: PyValue[], kw: Map<string, PyValue>) => {
        if (args.length < 1) throw typeError(' expected at least 1 argument, got 0');
        if (args.length > 2) throw typeError(` expected at most 2 arguments, got ${args.length}`);
        const base = v.frame;
        return andThen(v, base, iter(v, args[0]!), MAKE_READER, null, limit, registry, { dialect: args[1] ?? taken(kw), kw });
      },
      '!writer(*args, **kwargs)': (v, args: PyValue[], kw: Map<string, PyValue>) => {
        if (args.length < 1) throw typeError(' expected at least 1 argument, got 0');
        if (args.length > 2) throw typeError(` expected at most 2 arguments, got ${args.length}`);
        const base = v.frame;
        return andThen(v, base, getattr(v, args[0]!, 'write'), MAKE_WRITER, registry, { dialect: args[1] ?? taken(kw), kw });
      },
      'list_dialects()': () => new PyList([...registry.entries()].map(([k]) => k)),
      'register_dialect(*args, **kwargs)': (v, args: PyValue[], kw: Map<string, PyValue>) => {
        if (args.length < 1) throw typeError(' expected at least 1 argument, got 0');
        if (args.length > 2) throw typeError(` expected at most 2 arguments, got ${args.length}`);
        const name = asJS(args[0]!);
        if (name === undefined) throw typeError('dialect name must be a string');
        registry.setStr(name, dialectFrom(v, registry, args[1] ?? null, kw));
        return null;
      },
      'unregister_dialect(name)': (_v, name) => {
        if (typeOf(name).lookup('__hash__') === null) throw typeError(`unhashable type: '${typeName(name)}'`);
        if (asJS(name) === undefined || !registry.delStr(asJS(name)!)) throw fail('unknown dialect');
        return null;
      },
      'get_dialect(name)': (_v, name) => {
        if (typeOf(name).lookup('__hash__') === null) throw typeError(`unhashable type: '${typeName(name)}'`);
        const d = asJS(name) === undefined ? undefined : registry.getStr(asJS(name)!);
        if (d === undefined) throw fail('unknown dialect');
        return d;
      },
      'field_size_limit(*args)': (_v, args: PyValue[]) => {
        if (args.length > 1) throw typeError(`field_size_limit() takes at most 1 argument (${args.length} given)`);
        const old = limit.value;
        if (args.length > 0) {
          const n = asInt(args[0]!);
          if (n === undefined || typeof args[0] === 'boolean') throw typeError('limit must be an integer');
          if (typeof n === 'bigint' && BigInt.asIntN(64, n) !== n) throw error('OverflowError', 'Python int too large to convert to C long');
          limit.value = clipInt(n);
        }
        return old;
      },
    },
    values: {
      Dialect: DIALECT, Reader: T['_csv.reader']!, Writer: T['_csv.writer']!, Error: ERROR, _dialects: registry, __version__: '1.0',
      QUOTE_MINIMAL: QUOTE.MINIMAL, QUOTE_ALL: QUOTE.ALL, QUOTE_NONNUMERIC: QUOTE.NONNUMERIC, QUOTE_NONE: QUOTE.NONE,
    },
  });
};
