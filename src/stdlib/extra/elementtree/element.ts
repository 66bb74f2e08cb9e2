/** xml.etree.ElementTree.Element (Modules/_elementtree.c). */
import { andThen, cont, idOf, PyObject, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { call, callMethod } from '../../../objects/call.js';
import { eqSync, richCompare } from '../../../objects/compare.js';
import { address, index, repr, truth } from '../../../objects/convert.js';
import { defineType } from '../../../objects/define.js';
import { PyDict } from '../../../objects/dict.js';
import { error, indexError, typeError } from '../../../objects/errors.js';
import { clipInt, type Int } from '../../../objects/int.js';
import { listFrom } from '../../../objects/iterate.js';
import { asJS, strFromJS, asStr, jsStr } from '../../../objects/str.js';
import { delitem, getitem, PySlice, setitem } from '../../../objects/subscript.js';
import { PyList } from '../../../objects/tuple.js';
import { argTypeName, typeName, type PyType } from '../../../objects/type.js';
import { ElementIterator } from './iterator.js';

export class Element extends PyObject {
  dict: PyDict | null = null;
  tag: PyValue = null;
  text: PyValue = null;
  tail: PyValue = null;
  /** null: none, and nobody asked for the dict. */
  attributes: PyDict | null = null;
  children: PyValue[] = [];
  constructor(cls?: PyType) {
    super();
    if (cls !== undefined) this.cls = cls;
  }

  get attrib(): PyDict {
    return (this.attributes ??= new PyDict());
  }
}

/** What lib/_elementtree.py connects this module with, one a VM. */
export interface Connections {
  /** xml.etree.ElementPath, copy.deepcopy and ParseError. */
  path: PyValue;
  deepcopy: PyValue;
  parseError: PyType;
  /** Comment and ProcessingInstruction of xml.etree.ElementTree. */
  comment: PyValue;
  instruction: PyValue;
}
export const connections = (vm: VM): Connections => vm.state.elementTree as Connections;

export function made(tag: PyValue, attributes: PyDict | null): Element {
  const e = new Element();
  e.tag = tag;
  e.attributes = attributes;
  return e;
}

export function copyDict(d: PyDict): PyDict {
  const out = new PyDict();
  for (const [k, v] of d.entries()) out.setFast(k, v);
  return out;
}

const elementName = 'xml.etree.ElementTree.Element';
export function needElement(v: PyValue, what: string): Element {
  if (!(v instanceof Element)) throw typeError(`${what} must be ${elementName}, not ${argTypeName(v)}`);
  return v;
}
function anElement(v: PyValue): Element {
  if (!(v instanceof Element)) throw typeError(`expected an Element, not "${typeName(v)}"`);
  return v;
}

/** Attributes as `what` takes them: a dict by position or keyword, and other keywords. */
export function givenAttributes(what: string, given: PyValue | undefined, extra: Map<string, PyValue>): PyDict | null {
  let attrib: PyDict | null = null;
  if (given !== undefined) {
    if (!(given instanceof PyDict)) throw typeError(`${what} must be dict, not ${argTypeName(given)}`);
    attrib = copyDict(given);
  } else if (extra.has('attrib')) {
    const d = extra.get('attrib')!;
    if (!(d instanceof PyDict)) throw typeError(`attrib must be dict, not ${typeName(d)}`);
    attrib = copyDict(d);
    extra.delete('attrib');
  }
  for (const [k, v] of extra) (attrib ??= new PyDict()).setStr(k, v);
  return attrib;
}

/** Whether a path is more than a tag: then it is for ElementPath. */
function isPath(v: PyValue): boolean {
  const s = asJS(v);
  if (s === undefined) return true;
  if (s.length >= 3 && s[0] === '{' && (s[1] === '}' || (s[1] === '*' && s[2] === '}'))) return true;
  let check = true;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 123) check = false;
    else if (c === 125) check = true;
    else if (check && (c === 47 || c === 42 || c === 91 || c === 64 || c === 46)) return true;
  }
  return false;
}

/** What a search gives: the first child with a tag, its text, or all of them. */
type Search = 'find' | 'findtext' | 'findall';

/** Looks at the children from `at` on. */
function search(vm: VM, self: Element, tag: PyValue, kind: Search, dflt: PyValue, at: number, found: PyValue[]): Result {
  for (let i = at; i < self.children.length; i++) {
    const c = self.children[i] as Element;
    const t = c.tag;
    if (t !== tag) {
      const same = typeof t === 'string' && typeof tag === 'string' ? false : eqSync(vm, t, tag);
      if (same === undefined) {
        const base = vm.frame;
        return andThen(vm, base, richCompare(vm, t, tag, '=='), COMPARED, c, { self, tag, kind, dflt, at: i + 1, found });
      }
      if (!same) continue;
    }
    if (kind === 'find') return c;
    if (kind === 'findtext') return c.text ?? '';
    found.push(c);
  }
  return kind === 'findall' ? new PyList(found) : dflt;
}
const COMPARED = cont('element.compared', (vm, r, c) => {
  const base = vm.frame;
  return andThen(vm, base, truth(vm, r!), MATCHED, c.a, c.b);
});
const MATCHED = cont('element.matched', (vm, yes, c) => {
  const { self, tag, kind, dflt, at, found } = c.b as { self: Element; tag: PyValue; kind: Search; dflt: PyValue; at: number; found: PyValue[] };
  const e = c.a as Element;
  if (yes === true) {
    if (kind === 'find') return e;
    if (kind === 'findtext') return e.text ?? '';
    found.push(e);
  }
  return search(vm, self, tag, kind, dflt, at, found);
});

const byPath = (vm: VM, name: string, ...args: PyValue[]): Result => callMethod(vm, connections(vm).path, name, args);

const GET = cont('element.getitem', (vm, i, c) => {
  const { children } = c.a as Element;
  let n = clipInt(i as Int);
  if (n < 0) n += children.length;
  return n >= 0 && n < children.length ? children[n]! : vm.raise(indexError('child index out of range'));
});
const SET = cont('element.setitem', (vm, i, c) => {
  const { children } = c.a as Element;
  let n = clipInt(i as Int);
  if (n < 0) n += children.length;
  if (n < 0 || n >= children.length) return vm.raise(indexError('child assignment index out of range'));
  if (c.b === undefined) children.splice(n, 1);
  else children[n] = anElement(c.b as PyValue);
  return null;
});
const INSERT = cont('element.insert', (_vm, i, c) => {
  const { children } = c.a as Element;
  let n = clipInt(i as Int);
  if (n < 0) n = Math.max(0, n + children.length);
  children.splice(Math.min(n, children.length), 0, c.b as PyValue);
  return null;
});
/** `row` with the int an index is. */
function indexed(vm: VM, k: PyValue, row: typeof GET, self: Element, v?: PyValue): Result {
  if (typeof k === 'number') return andThen(vm, vm.frame, k, row, self, v);
  if (typeof k !== 'boolean' && typeof k !== 'bigint' && (k === null || typeof k === 'string' || k.cls.lookup('__index__') === undefined)) throw typeError('element indices must be integers');
  const base = vm.frame;
  return andThen(vm, base, index(vm, k), row, self, v);
}
const SLICED = cont('element.slice', (_vm, _r, c) => {
  (c.a as Element).children = (c.b as PyList).items;
  return null;
});
const SLICE_VALUE = cont('element.sliceValue', (vm, v, c) => {
  for (const e of (v as PyList).items) anElement(e);
  const list = new PyList((c.a as Element).children.slice());
  const base = vm.frame;
  return andThen(vm, base, setitem(vm, list, c.b as PyValue, v!), SLICED, c.a, list);
});
/** A list of a sequence's items. */
function sequence(vm: VM, v: PyValue): Result {
  const { cls } = v instanceof PyObject ? v : { cls: null };
  if (typeof v !== 'string' && (cls === null || (cls.lookup('__iter__') === undefined && cls.lookup('__getitem__') === undefined))) throw typeError(`expected sequence, not "${typeName(v)}"`);
  return listFrom(vm, v);
}
const EXTEND = cont('element.extend', (_vm, list, c) => {
  for (const e of (list as PyList).items) (c.a as Element).children.push(anElement(e));
  return null;
});
const REPR = cont('element.repr', (_vm, r, c) => strFromJS(`<Element ${jsStr(asStr(r!)!)} at ${address(c.a as Element)}>`));

/** A copy with all below it; null where an attribute or a text is more than a str or None, or a child is no plain element. */
function deepCopy(e: Element, memo: PyDict, depth: number): Element | null {
  const plain = (v: PyValue): boolean => v === null || asStr(v) !== undefined || (typeof v === 'object' && /^(function|builtin_function_or_method)$/.test(v.cls.name));
  if (e.cls !== Element.prototype.cls || depth > 900 || !plain(e.tag) || !plain(e.text) || !plain(e.tail)) return null;
  let attributes: PyDict | null = null;
  if (e.attributes !== null) {
    for (const [k, v] of e.attributes.entries()) if (typeof k !== 'string' || typeof v !== 'string') return null;
    attributes = copyDict(e.attributes);
  }
  const out = made(e.tag, attributes);
  out.text = e.text;
  out.tail = e.tail;
  for (const c of e.children) {
    const at = memo.find(idOf(c));
    const copy = at >= 0 ? memo.vals[at]! : c instanceof Element ? deepCopy(c, memo, depth + 1) : null;
    if (copy === null) return null;
    out.children.push(copy);
  }
  memo.setFast(idOf(e), out);
  return out;
}

const setter = (name: string, set: (self: Element, v: PyValue) => void) => (_vm: VM, self: Element, v: PyValue | undefined): Result => {
  if (v === undefined) throw error('AttributeError', "can't delete element attribute");
  void name;
  set(self, v);
  return null;
};

export const ELEMENT = defineType({
  name: elementName,
  instance: Element,
  flags: { basetype: true, hasWeakref: true },
  new: ['__new__(cls, *args, **kwargs)', (_vm, cls: PyType) => new Element(cls)],
  methods: {
    '!__repr__(self, /)': (vm, self: Element) => {
      const base = vm.frame;
      return andThen(vm, base, repr(vm, self.tag), REPR, self);
    },
    '__init__(self, *args, **kwargs)': (_vm, self: Element, args: PyValue[], kw: Map<string, PyValue>) => {
      if (args.length < 1 || args.length > 2) throw typeError(`Element() takes at ${args.length < 1 ? 'least 1 argument' : 'most 2 arguments'} (${args.length} given)`);
      self.attributes = givenAttributes('Element() argument 2', args[1], kw);
      self.tag = args[0]!;
      self.text = self.tail = null;
      return null;
    },
    '__len__(self, /)': (_vm, self: Element) => self.children.length,
    '!__getitem__(self, key, /)': (vm, self: Element, k) => (k instanceof PySlice ? getitem(vm, new PyList(self.children), k) : indexed(vm, k, GET, self)),
    '!__setitem__(self, key, value, /)': (vm, self: Element, k, v) => {
      if (!(k instanceof PySlice)) return indexed(vm, k, SET, self, v);
      const base = vm.frame;
      return andThen(vm, base, sequence(vm, v), SLICE_VALUE, self, k);
    },
    '!__delitem__(self, key, /)': (vm, self: Element, k) => {
      if (!(k instanceof PySlice)) return indexed(vm, k, SET, self);
      const list = new PyList(self.children.slice());
      const base = vm.frame;
      return andThen(vm, base, delitem(vm, list, k), SLICED, self, list);
    },
    'clear(self, /)': (_vm, self: Element) => {
      self.attributes = null;
      self.children = [];
      self.text = self.tail = null;
      return null;
    },
    '!get(self, /, key, default=None)': (vm, self: Element, key, dflt) => {
      if (self.attributes === null) return dflt;
      const i = self.attributes.find(key);
      return i >= 0 ? self.attributes.vals[i]! : i === -1 ? dflt : callMethod(vm, self.attributes, 'get', [key, dflt]);
    },
    '!set(self, key, value, /)': (vm, self: Element, key, v) => (self.attrib.setFast(key, v) ? null : setitem(vm, self.attrib, key, v)),
    '!find(self, /, path, namespaces=None)': (vm, self: Element, path, namespaces) =>
      namespaces !== null || isPath(path) ? byPath(vm, 'find', self, path, namespaces) : search(vm, self, path, 'find', null, 0, []),
    '!findtext(self, /, path, default=None, namespaces=None)': (vm, self: Element, path, dflt, namespaces) =>
      namespaces !== null || isPath(path) ? byPath(vm, 'findtext', self, path, dflt, namespaces) : search(vm, self, path, 'findtext', dflt, 0, []),
    '!findall(self, /, path, namespaces=None)': (vm, self: Element, path, namespaces) =>
      namespaces !== null || isPath(path) ? byPath(vm, 'findall', self, path, namespaces) : search(vm, self, path, 'findall', null, 0, []),
    '!iterfind(self, /, path, namespaces=None)': (vm, self: Element, path, namespaces) => byPath(vm, 'iterfind', self, path, namespaces),
    'append(self, subelement, /)': (_vm, self: Element, e) => {
      self.children.push(needElement(e, 'append() argument'));
      return null;
    },
    '!extend(self, elements, /)': (vm, self: Element, elements) => {
      const base = vm.frame;
      return andThen(vm, base, sequence(vm, elements), EXTEND, self);
    },
    '!insert(self, index, subelement, /)': (vm, self: Element, i, e) => {
      const base = vm.frame;
      const n = index(vm, i);
      if (n !== undefined) needElement(e, 'insert() argument 2');
      return andThen(vm, base, n, INSERT, self, e);
    },
    '!remove(self, subelement, /)': (vm, self: Element, e) => {
      needElement(e, 'remove() argument');
      const i = self.children.indexOf(e);
      if (i >= 0) {
        self.children.splice(i, 1);
        return null;
      }
      const list = new PyList(self.children.slice());
      const base = vm.frame;
      return andThen(vm, base, callMethod(vm, list, 'remove', [e]), SLICED, self, list);
    },
    'iter(self, /, tag=None)': (_vm, self: Element, tag) => new ElementIterator(self, asJS(tag) === '*' ? null : tag, false),
    'itertext(self, /)': (_vm, self: Element) => new ElementIterator(self, null, true),
    '!items(self, /)': (vm, self: Element) => {
      const base = vm.frame;
      return andThen(vm, base, callMethod(vm, self.attrib, 'items', []), LIST);
    },
    'keys(self, /)': (_vm, self: Element) => new PyList(self.attributes === null ? [] : [...self.attributes.entries()].map(([k]) => k)),
    'makeelement(self, tag, attrib, /)': (_vm, _self, tag, attrib) => {
      if (!(attrib instanceof PyDict)) throw typeError(`makeelement() argument 2 must be dict, not ${argTypeName(attrib)}`);
      return made(tag, copyDict(attrib));
    },
    '__copy__(self, /)': (_vm, self: Element) => {
      const e = made(self.tag, self.attributes);
      e.text = self.text;
      e.tail = self.tail;
      e.children = self.children.slice();
      return e;
    },
    '!__deepcopy__(self, memo, /)': (vm, self: Element, memo) => {
      if (!(memo instanceof PyDict)) throw typeError(`__deepcopy__() argument must be dict, not ${argTypeName(memo)}`);
      const at = memo.used === 0 ? [] : [...memo.entries()];
      const copy = deepCopy(self, memo, 0);
      if (copy !== null) return copy;
      // Not that plain: by lib/_elementtree.py, from the start.
      for (const [k] of [...memo.entries()]) if (!at.some(([known]) => known === k)) memo.removeIndex(memo.find(k));
      return call(vm, connections(vm).deepcopy, [self, memo]);
    },
    '__getstate__(self, /)': (_vm, self: Element) => {
      const d = new PyDict();
      d.setStr('tag', self.tag);
      d.setStr('_children', new PyList(self.children.slice()));
      d.setStr('attrib', self.attrib);
      d.setStr('text', self.text);
      d.setStr('tail', self.tail);
      return d;
    },
    '!__setstate__(self, state, /)': (vm, self: Element, state) => {
      if (!(state instanceof PyDict)) {
        const base = vm.frame;
        return andThen(vm, base, repr(vm, state), NO_STATE);
      }
      self.tag = state.getStr('tag') ?? null;
      const attrib = state.getStr('attrib') ?? null;
      self.attributes = attrib instanceof PyDict ? attrib : null;
      self.text = state.getStr('text') ?? null;
      self.tail = state.getStr('tail') ?? null;
      const children = state.getStr('_children') ?? null;
      self.children = children instanceof PyList ? children.items.map(anElement) : [];
      return null;
    },
  },
  getset: {
    tag: [(_vm, self: Element) => self.tag, setter('tag', (self, v) => (self.tag = v))],
    text: [(_vm, self: Element) => self.text, setter('text', (self, v) => (self.text = v))],
    tail: [(_vm, self: Element) => self.tail, setter('tail', (self, v) => (self.tail = v))],
    attrib: [(_vm, self: Element) => self.attrib, setter('attrib', (self, v) => {
      if (!(v instanceof PyDict)) throw typeError(`attrib must be dict, not ${typeName(v)}`);
      self.attributes = v;
    })],
  },
});
const LIST = cont('element.list', (vm, v) => listFrom(vm, v!));
const NO_STATE = cont('element.noState', (vm, r) => vm.raise(typeError(`Don't know how to unpickle "${jsStr(asStr(r!)!)}" as an Element`)));
