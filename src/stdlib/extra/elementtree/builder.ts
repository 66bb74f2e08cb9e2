/** xml.etree.ElementTree.TreeBuilder (Modules/_elementtree.c). */
import { andThen, cont, PyObject, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { flag } from '../../../objects/args.js';
import { getattr, setattr } from '../../../objects/attribute.js';
import { call, callMethod } from '../../../objects/call.js';
import { defineType } from '../../../objects/define.js';
import { PyDict } from '../../../objects/dict.js';
import { indexError, PyException, typeError } from '../../../objects/errors.js';
import { PyBaseException } from '../../../objects/exception.js';
import { binaryOp } from '../../../objects/operators.js';
import { asStr, strJoin, type Str } from '../../../objects/str.js';
import { PyTuple } from '../../../objects/tuple.js';
import { argTypeName, type PyType } from '../../../objects/type.js';
import { connections, Element, ELEMENT, made, needElement } from './element.js';

/** Kinds of events an `iterparse` may ask for. */
export const EVENTS = ['start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'] as const;
export type EventName = (typeof EVENTS)[number];

export class TreeBuilder extends PyObject {
  dict: PyDict | null = null;
  /** null: elements are made here. */
  factory: PyValue = null;
  commentFactory: PyValue = null;
  piFactory: PyValue = null;
  insertComments = false;
  insertPis = false;
  root: PyValue = null;
  /** The element that is open, and those around it. */
  current: PyValue = null;
  readonly open: PyValue[] = [];
  last: PyValue = null;
  /** Text goes behind this one; null: into `last`. */
  tailOf: PyValue = null;
  parts: PyValue[] = [];
  /** `append` of the queue of events, and which are reported. */
  append: PyValue = null;
  readonly events = new Set<EventName>();
  constructor(cls?: PyType) {
    super();
    if (cls !== undefined) this.cls = cls;
  }

  /** Nothing that builds elements here is Python code. */
  get plain(): boolean {
    return this.factory === null;
  }
}

export function event(vm: VM, b: TreeBuilder, name: EventName, v: PyValue): Result {
  return b.append === null || !b.events.has(name) ? null : call(vm, b.append, [new PyTuple([name, v])]);
}

export function data(b: TreeBuilder, v: PyValue): void {
  if (b.last !== null || b.parts.length > 0) b.parts.push(v);
}

/** Puts the text that has come where it belongs. */
export function flush(vm: VM, b: TreeBuilder): Result {
  const { parts } = b;
  if (parts.length === 0) return null;
  b.parts = [];
  for (const p of parts) if (parts.length > 1 && asStr(p) === undefined) throw typeError(`sequence item ${parts.indexOf(p)}: expected str instance, ${argTypeName(p)} found`);
  const text = parts.length === 1 ? parts[0]! : strJoin(parts.map((p) => asStr(p)!));
  const tail = b.tailOf !== null;
  const e = tail ? b.tailOf : b.last;
  if (e instanceof Element && e.cls === ELEMENT) {
    const old = tail ? e.tail : e.text;
    if (old === null || asStr(old) !== undefined) {
      const v = old === null ? text : strJoin([asStr(old)!, asStr(text)!] as Str[]);
      if (tail) e.tail = v;
      else e.text = v;
      return null;
    }
  }
  const base = vm.frame;
  return andThen(vm, base, getattr(vm, e, tail ? 'tail' : 'text'), OLD_TEXT, e, tail ? 'tail' : 'text', text);
}
const OLD_TEXT = cont('treeBuilder.oldText', (vm, old, c) => {
  if (old === null) return setattr(vm, c.a, c.b, c.c);
  const base = vm.frame;
  return andThen(vm, base, binaryOp(vm, '+', old!, c.c), NEW_TEXT, c.a, c.b);
});
const NEW_TEXT = cont('treeBuilder.newText', (vm, v, c) => setattr(vm, c.a, c.b, v!));

/** `flush` where nothing but plain elements and strings is there; false: by the other one. */
function flushPlain(b: TreeBuilder): boolean {
  const { parts } = b;
  if (parts.length === 0) return true;
  const tail = b.tailOf !== null;
  const e = tail ? b.tailOf : b.last;
  if (!(e instanceof Element) || e.cls !== ELEMENT || (tail ? e.tail : e.text) !== null) return false;
  let text: PyValue = parts[0]!;
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i]!;
    if (typeof p !== 'string') return false;
    if (i > 0) text = `${text as string}${p}`;
  }
  // Surrogates that meet at a seam are not one character: never so in text from a document.
  b.parts = [];
  if (tail) e.tail = text;
  else e.text = text;
  return true;
}

/** `start` and `end` of a builder that calls nobody. False: by the general ones. */
export function startPlain(b: TreeBuilder, tag: PyValue, attributes: PyDict | null): boolean {
  const { current } = b;
  if (!flushPlain(b)) return false;
  if (current === null ? b.root !== null : !(current instanceof Element) || current.cls !== ELEMENT) return false;
  const e = made(tag, attributes);
  b.tailOf = null;
  if (current === null) b.root = e;
  else (current as Element).children.push(e);
  b.open.push(current);
  b.current = b.last = e;
  return true;
}
export function endPlain(b: TreeBuilder): boolean {
  if (!flushPlain(b) || b.open.length === 0) return false;
  b.last = b.tailOf = b.current;
  b.current = b.open.pop()!;
  return true;
}

/** An element begins. */
export function start(vm: VM, b: TreeBuilder, tag: PyValue, attributes: PyDict | null): Result {
  const base = vm.frame;
  return andThen(vm, base, flush(vm, b), START, b, tag, attributes);
}
const START = cont('treeBuilder.start', (vm, _r, c) => {
  const b = c.a as TreeBuilder;
  if (b.factory === null) return started(vm, b, made(c.b, c.c));
  const base = vm.frame;
  return andThen(vm, base, call(vm, b.factory, [c.b, c.c ?? new PyDict()]), STARTED, b);
});
const STARTED = cont('treeBuilder.started', (vm, e, c) => started(vm, c.a, e!));
function started(vm: VM, b: TreeBuilder, e: PyValue): Result {
  b.tailOf = null;
  const base = vm.frame;
  if (b.current !== null) return andThen(vm, base, add(vm, b.current, e), ADDED, b, e);
  if (b.root !== null) throw new PyException(new PyBaseException(connections(vm).parseError, ['multiple elements on top level']));
  b.root = e;
  return open(vm, b, e);
}
const ADDED = cont('treeBuilder.added', (vm, _r, c) => open(vm, c.a, c.b));
function open(vm: VM, b: TreeBuilder, e: PyValue): Result {
  b.open.push(b.current);
  b.current = b.last = e;
  const base = vm.frame;
  return b.append === null ? e : andThen(vm, base, event(vm, b, 'start', e), GIVE, e);
}
const GIVE = cont('treeBuilder.give', (_vm, _r, c) => c.a);

function add(vm: VM, parent: PyValue, e: PyValue): Result {
  if (parent instanceof Element && parent.cls === ELEMENT) {
    parent.children.push(needElement(e, 'append() argument'));
    return null;
  }
  return callMethod(vm, parent, 'append', [e]);
}

/** The open element ends. */
export function end(vm: VM, b: TreeBuilder): Result {
  const base = vm.frame;
  return andThen(vm, base, flush(vm, b), END, b);
}
const END = cont('treeBuilder.end', (vm, _r, c) => {
  const b = c.a as TreeBuilder;
  if (b.open.length === 0) return vm.raise(indexError('pop from empty stack'));
  const e = b.current;
  b.last = b.tailOf = e;
  b.current = b.open.pop()!;
  const base = vm.frame;
  return b.append === null ? e : andThen(vm, base, event(vm, b, 'end', e), GIVE, e);
});

/** Whether a comment or instruction is to be made at all: nobody sees one that is neither kept nor reported, unless a factory of the program's makes it. */
export function looksAtSingle(vm: VM, b: TreeBuilder, kind: 'comment' | 'pi'): boolean {
  const { comment, instruction } = connections(vm);
  if (kind === 'comment') return b.insertComments || b.events.has('comment') || b.commentFactory !== comment;
  return b.insertPis || b.events.has('pi') || b.piFactory !== instruction;
}

export function comment(vm: VM, b: TreeBuilder, text: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, flush(vm, b), SINGLE, b, 'comment', [text]);
}
export function instruction(vm: VM, b: TreeBuilder, target: PyValue, text: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, flush(vm, b), SINGLE, b, 'pi', [target, text]);
}
const SINGLE = cont('treeBuilder.single', (vm, _r, c) => {
  const b = c.a as TreeBuilder;
  const args = c.c as PyValue[];
  const factory = c.b === 'comment' ? b.commentFactory : b.piFactory;
  const base = vm.frame;
  if (factory === null) return singleDone(vm, b, c.b, c.b === 'comment' ? args[0]! : new PyTuple(args));
  return andThen(vm, base, call(vm, factory, args), SINGLE_MADE, b, c.b);
});
const SINGLE_MADE = cont('treeBuilder.singleMade', (vm, e, c) => {
  const b = c.a as TreeBuilder;
  if (!(c.b === 'comment' ? b.insertComments : b.insertPis) || b.current === null) return singleDone(vm, b, c.b, e!);
  const base = vm.frame;
  return andThen(vm, base, add(vm, b.current, e!), SINGLE_ADDED, b, c.b, e!);
});
const SINGLE_ADDED = cont('treeBuilder.singleAdded', (vm, _r, c) => {
  (c.a as TreeBuilder).tailOf = c.c as PyValue;
  return singleDone(vm, c.a, c.b, c.c);
});
function singleDone(vm: VM, b: TreeBuilder, kind: EventName, e: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, event(vm, b, kind, e), GIVE, e);
}

export const TREE_BUILDER = defineType({
  name: 'xml.etree.ElementTree.TreeBuilder',
  instance: TreeBuilder,
  flags: { basetype: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType) => new TreeBuilder(cls)],
  methods: {
    '__init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False)': (
      vm, self: TreeBuilder, factory, comments, pis, insertComments, insertPis,
    ) => {
      const known = connections(vm);
      self.factory = factory;
      self.commentFactory = comments ?? known.comment;
      self.piFactory = pis ?? known.instruction;
      self.insertComments = self.commentFactory !== null && flag(vm, insertComments);
      self.insertPis = self.piFactory !== null && flag(vm, insertPis);
      return null;
    },
    '!data(self, data, /)': (_vm, self: TreeBuilder, v) => {
      data(self, v);
      return null;
    },
    '!start(self, tag, attrs, /)': (vm, self: TreeBuilder, tag, attrs) => {
      if (!(attrs instanceof PyDict)) throw typeError(`start() argument 2 must be dict, not ${argTypeName(attrs)}`);
      return start(vm, self, tag, attrs);
    },
    '!end(self, tag, /)': (vm, self: TreeBuilder) => end(vm, self),
    '!comment(self, text, /)': (vm, self: TreeBuilder, text) => comment(vm, self, text),
    '!pi(self, target, text=None, /)': (vm, self: TreeBuilder, target, text) => instruction(vm, self, target, text),
    'close(self, /)': (_vm, self: TreeBuilder) => self.root,
  },
});
