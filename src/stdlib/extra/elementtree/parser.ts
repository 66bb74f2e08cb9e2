/** xml.etree.ElementTree.XMLParser (Modules/_elementtree.c): the scanner of pyexpat, building elements without a call where the target is a TreeBuilder. */
import { andThen, cont, PUSHED, PyObject, T, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { getattr, getattrOptional } from '../../../objects/attribute.js';
import { asBytes, PyBytes } from '../../../objects/bytes.js';
import { call, callMethod } from '../../../objects/call.js';
import { defineType } from '../../../objects/define.js';
import { PyDict } from '../../../objects/dict.js';
import { PyException, typeError, valueError } from '../../../objects/errors.js';
import { PyBaseException } from '../../../objects/exception.js';
import { listFrom } from '../../../objects/iterate.js';
import { asJS, asStr, strFromJS, type Str } from '../../../objects/str.js';
import { PyList, PyTuple } from '../../../objects/tuple.js';
import { typeName, type PyType } from '../../../objects/type.js';
import { Driven, documentText, drive, type Job } from '../expat/driver.js';
import { errorText, XmlError } from '../expat/errors.js';
import { H, type EventArg, type Sink } from '../expat/handlers.js';
import { Scanner } from '../expat/scanner.js';
import * as build from './builder.js';
import { TREE_BUILDER, TreeBuilder, type EventName } from './builder.js';
import { connections } from './element.js';

/** Methods a target may have, and the handlers they are for. */
const METHODS = { start: H.Start, end: H.End, data: H.Data, comment: H.Comment, pi: H.Pi, start_ns: H.StartNs, end_ns: H.EndNs } as const;
const OTHERS = ['start', 'end', 'data', 'comment', 'pi', 'start_ns', 'end_ns', 'doctype', 'close'] as const;

export class XmlParser extends PyObject implements Sink {
  dict: PyDict | null = null;
  scanner: Scanner;
  driven: Driven;
  target: PyValue = null;
  /** The target, when it is just a TreeBuilder. */
  builder: TreeBuilder | null = null;
  readonly methods = new Map<string, PyValue>();
  entity: PyValue = new PyDict();
  /** A handler raised: nothing is told until the next feed. */
  quiet = false;
  vm!: VM;
  private readonly names = new Map<string, Str>();
  constructor(cls?: PyType) {
    super();
    if (cls !== undefined) this.cls = cls;
    this.scanner = new Scanner(this, null, '}');
    this.driven = new DrivenXml(this);
  }

  reset(encoding: string | null): void {
    this.scanner = new Scanner(this, encoding, '}');
    this.driven = new DrivenXml(this);
    this.scanner.handlers = (1 << H.Default) | (1 << H.StartDoctype);
  }

  want(h: number): void {
    this.scanner.handlers |= 1 << h;
  }

  later(run: Job['run']): void {
    this.driven.queue.push({ run: (vm) => (this.quiet ? null : run(vm)) });
  }

  /** A name as ElementTree has it: `{namespace}name`. */
  private name(s: string): Str {
    let name = this.names.get(s);
    if (name === undefined) {
      name = strFromJS(s.includes('}') ? `{${s}` : s);
      this.names.set(s, name);
    }
    return name;
  }
  private text(s: string): Str {
    return this.scanner.astral ? strFromJS(s) : s;
  }

  // -- Sink --

  start(name: string, attributes: readonly string[]): void {
    if (this.quiet) return;
    const tag = this.name(name);
    let attrib: PyDict | null = null;
    if (attributes.length > 0) {
      attrib = new PyDict();
      for (let i = 0; i < attributes.length; i += 2) {
        const key = this.name(attributes[i]!);
        if (typeof key === 'string') attrib.setStr(key, this.text(attributes[i + 1]!));
        else attrib.setFast(key, this.text(attributes[i + 1]!));
      }
    }
    const b = this.builder;
    if (b !== null) {
      if (b.plain && b.append === null) {
        if (!build.startPlain(b, tag, attrib)) this.now((vm) => build.start(vm, b, tag, attrib));
      } else this.later((vm) => build.start(vm, b, tag, attrib));
    } else {
      const method = this.methods.get('start');
      if (method !== undefined) this.later((vm) => call(vm, method, [tag, attrib ?? new PyDict()]));
    }
  }

  /** Does what calls no Python code. */
  private now(run: Job['run']): void {
    try {
      run(this.vm);
    } catch (e) {
      if (!(e instanceof PyException)) throw e;
      this.later(() => {
        throw e;
      });
    }
  }

  end(name: string): void {
    if (this.quiet) return;
    const b = this.builder;
    if (b !== null) {
      if (b.plain && b.append === null) {
        if (!build.endPlain(b)) this.now((vm) => build.end(vm, b));
      } else this.later((vm) => build.end(vm, b));
    } else {
      const method = this.methods.get('end');
      if (method !== undefined) this.later((vm) => call(vm, method, [this.name(name)]));
    }
  }

  data(s: string): void {
    if (this.quiet) return;
    const text = this.text(s);
    const b = this.builder;
    if (b !== null) {
      if (b.plain && b.append === null) build.data(b, text);
      else {
        this.later(() => {
          build.data(b, text);
          return null;
        });
      }
    } else {
      const method = this.methods.get('data');
      if (method !== undefined) this.later((vm) => call(vm, method, [text]));
    }
  }

  event(h: number, args: readonly EventArg[]): void {
    if (this.quiet) return;
    const b = this.builder;
    const values = args.map((a) => (typeof a === 'string' ? this.text(a) : (a as PyValue)));
    const named = (name: string, given: PyValue[]): void => {
      const method = this.methods.get(name);
      if (method !== undefined) this.later((vm) => call(vm, method, given));
    };
    switch (h) {
      case H.Default:
        this.undeclared(args[0] as string);
        break;
      case H.Comment:
        if (b === null) named('comment', values);
        else if (build.looksAtSingle(this.vm, b, 'comment')) this.later((vm) => build.comment(vm, b, values[0]!));
        break;
      case H.Pi:
        if (b === null) named('pi', values);
        else if (build.looksAtSingle(this.vm, b, 'pi')) this.later((vm) => build.instruction(vm, b, values[0]!, values[1]!));
        break;
      case H.StartNs:
        if (b === null) named('start_ns', [values[0] ?? '', values[1] ?? '']);
        else this.later((vm) => build.event(vm, b, 'start-ns', new PyTuple([values[0] ?? '', values[1] ?? ''])));
        break;
      case H.EndNs:
        if (b === null) named('end_ns', [values[0] ?? '']);
        else this.later((vm) => build.event(vm, b, 'end-ns', null));
        break;
      case H.StartDoctype:
        this.later((vm) => this.doctype(vm, values));
        break;
      default:
    }
  }

  ask(): void {}

  then(action: () => void): void {
    this.driven.queue.push({
      run: () => {
        action();
        return null;
      },
    });
  }

  /** A reference to an entity the document does not declare: `entity` may know it. */
  private undeclared(text: string): void {
    if (text.length < 2 || text[0] !== '&') return;
    this.later((vm) => {
      const key = strFromJS(text.slice(1, -1));
      const { entity } = this;
      const value = entity instanceof PyDict && typeof key === 'string' ? entity.getStr(key) : undefined;
      if (value === undefined) throw parseError(vm, `undefined entity ${text}`, XmlError.UndefinedEntity, this.scanner);
      const b = this.builder;
      if (b !== null) {
        build.data(b, value);
        return null;
      }
      const method = this.methods.get('data');
      return method === undefined ? null : call(vm, method, [value]);
    });
  }

  private doctype(vm: VM, [name, system, publicId]: readonly PyValue[]): Result {
    const method = this.methods.get('doctype');
    if (method !== undefined) return call(vm, method, [name!, publicId!, system!]);
    if (this.cls.lookup('doctype') === undefined && this.dict?.getStr('doctype') === undefined) return null;
    const warnings = vm.state.modules.getStr('warnings');
    if (warnings === undefined) return null;
    return callMethod(vm, warnings, 'warn', ['The doctype() method of XMLParser is deprecated.  Define doctype() method on the TreeBuilder target.', T.RuntimeWarning!, 1]);
  }
}

class DrivenXml extends Driven {
  constructor(readonly parser: XmlParser) {
    super();
  }
  get scanner(): Scanner {
    return this.parser.scanner;
  }
  silence(): void {
    this.parser.quiet = true;
  }
}

function parseError(vm: VM, text: string, code: number, scanner: Scanner): PyException {
  const line = scanner.lineNumber;
  const column = scanner.columnNumber;
  const e = new PyBaseException(connections(vm).parseError, [strFromJS(`${text}: line ${line}, column ${column}`)]);
  // As SyntaxError's __init__ does with one argument.
  e.setField('msg', e.args.items[0]!);
  e.dict = new PyDict();
  e.dict.setStr('code', code);
  e.dict.setStr('position', new PyTuple([line, column]));
  return new PyException(e);
}

/** Parses what came in; raises ParseError. */
function parse(vm: VM, p: XmlParser, bytes: Uint8Array | string, final: boolean): Result {
  const { scanner } = p;
  p.vm = vm;
  p.quiet = false;
  if (scanner.error === 0 && scanner.finished) scanner.error = XmlError.Finished;
  if (scanner.error === 0) scanner.feed(bytes, final);
  const base = vm.frame;
  return andThen(vm, base, drive(vm, p.driven), PARSED, p);
}
const PARSED = cont('xmlParser.parsed', (vm, _r, c) => {
  const { scanner } = c.a as XmlParser;
  if (scanner.error !== 0) throw parseError(vm, errorText(scanner.error)!, scanner.error, scanner);
  return null;
});

const CLOSED = cont('xmlParser.closed', (vm, _r, c) => {
  const p = c.a as XmlParser;
  if (p.builder !== null) return p.builder.root;
  const method = p.methods.get('close');
  return method === undefined ? null : call(vm, method, []);
});
const WHOLE = cont('xmlParser.whole', (_vm, _r, c) => (c.a as XmlParser).builder?.root ?? null);

const READER = cont('xmlParser.reader', (vm, read, c) => readMore(vm, c.a, read!));
function readMore(vm: VM, p: XmlParser, read: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, call(vm, read, [65536]), READ, p, read);
}
const READ = cont('xmlParser.read', (vm, part, c) => {
  const p = c.a as XmlParser;
  const text = asStr(part!);
  const b = text !== undefined ? (documentText(part!), new TextEncoder().encode(asJS(part!)!)) : part instanceof PyBytes ? part.v : null;
  const base = vm.frame;
  if (b === null || b.length === 0) return andThen(vm, base, parse(vm, p, new Uint8Array(0), true), WHOLE, p);
  return andThen(vm, base, parse(vm, p, b.slice(), false), PART, p, c.b);
});
const PART = cont('xmlParser.part', (vm, _r, c) => readMore(vm, c.a, c.b));

/** Takes the target's methods, one after the other. */
function takeMethods(vm: VM, p: XmlParser, from: number): Result {
  for (let i = from; i < OTHERS.length; i++) {
    const base = vm.frame;
    const r = getattrOptional(vm, p.target, OTHERS[i]!);
    if (r === PUSHED) return andThen(vm, base, r, METHOD, p, i);
    if (r === undefined && vm.exc !== null) return undefined;
    if (r !== undefined) p.methods.set(OTHERS[i]!, r);
  }
  for (const [name, h] of Object.entries(METHODS)) if (p.methods.has(name)) p.want(h);
  return null;
}
const METHOD = cont(
  'xmlParser.method',
  (vm, r, c) => {
    if (r !== undefined) (c.a as XmlParser).methods.set(OTHERS[c.b as number]!, r);
    else if (vm.exc !== null) return undefined;
    return takeMethods(vm, c.a, (c.b as number) + 1);
  },
  { catches: true, iter: true },
);

const QUEUE = cont('xmlParser.queue', (vm, append, c) => {
  const b = c.b as TreeBuilder;
  const p = c.a as XmlParser;
  b.append = append!;
  b.events.clear();
  if (c.c === null) {
    b.events.add('end');
    return null;
  }
  const base = vm.frame;
  return andThen(vm, base, listFrom(vm, c.c as PyValue), EVENT_NAMES, p, b);
});
const EVENT_NAMES = cont('xmlParser.events', (_vm, list, c) => {
  const p = c.a as XmlParser;
  const b = c.b as TreeBuilder;
  for (const v of (list as PyList).items) {
    const bytes = asBytes(v);
    const name = asJS(v) ?? (bytes === undefined ? undefined : new TextDecoder().decode(bytes));
    if (name === undefined) throw valueError('invalid events sequence');
    if (!build.EVENTS.includes(name as EventName)) throw valueError(`unknown event '${name}'`);
    b.events.add(name as EventName);
    if (name === 'start-ns') p.want(H.StartNs);
    else if (name === 'end-ns') p.want(H.EndNs);
    else if (name === 'comment') p.want(H.Comment);
    else if (name === 'pi') p.want(H.Pi);
  }
  return null;
});

export const XML_PARSER = defineType({
  name: 'xml.etree.ElementTree.XMLParser',
  instance: XmlParser,
  flags: { basetype: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType) => new XmlParser(cls)],
  methods: {
    '!__init__(self, *, target=None, encoding=None)': (vm, self: XmlParser, target, encoding) => {
      if (encoding !== null && asJS(encoding) === undefined) throw typeError(`XMLParser() argument 'encoding' must be str or None, not ${typeName(encoding)}`);
      self.reset(encoding === null ? null : asJS(encoding)!);
      self.entity = new PyDict();
      self.methods.clear();
      if (target === null) {
        const b = new TreeBuilder();
        b.commentFactory = connections(vm).comment;
        b.piFactory = connections(vm).instruction;
        target = b;
      }
      self.target = target;
      if (target instanceof TreeBuilder && target.cls === TREE_BUILDER) {
        self.builder = target;
        for (const h of [H.Start, H.End, H.Data, H.Comment, H.Pi]) self.want(h);
        return null;
      }
      self.builder = null;
      return takeMethods(vm, self, 0);
    },
    '!feed(self, data, /)': (vm, self: XmlParser, data) => {
      const text = documentText(data);
      if (text !== undefined) return parse(vm, self, text, false);
      const b = asBytes(data);
      if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(data)}'`);
      return parse(vm, self, b.slice(), false);
    },
    '!close(self, /)': (vm, self: XmlParser) => {
      const base = vm.frame;
      return andThen(vm, base, parse(vm, self, new Uint8Array(0), true), CLOSED, self);
    },
    '!_parse_whole(self, file, /)': (vm, self: XmlParser, file) => {
      const base = vm.frame;
      return andThen(vm, base, getattr(vm, file, 'read'), READER, self);
    },
    '!_setevents(self, events_queue, events_to_report=None, /)': (vm, self: XmlParser, queue, events) => {
      const b = self.builder;
      if (b === null) throw typeError('event handling only supported for ElementTree.TreeBuilder targets');
      const base = vm.frame;
      return andThen(vm, base, getattr(vm, queue, 'append'), QUEUE, self, b, events);
    },
  },
  members: { entity: (_vm, self: XmlParser) => self.entity, target: (_vm, self: XmlParser) => self.target },
  getset: { version: () => 'Expat 2.5.0' },
});
