/** Iterators the run loop knows by class. Their types: iterator-types.ts. */
import { inherit, NOVALUE, PyObject, type PyValue } from './object.js';
import type { PyDict } from './dict.js';
import type { HashTable } from './hashtable.js';
import { PyTuple, type PyList } from './tuple.js';

export class PyListIterator {
  index = 0;
  constructor(public list: PyList | null) {}

  quickNext(): PyValue | undefined {
    const { list } = this;
    if (list === null) return undefined;
    if (this.index < list.items.length) return list.items[this.index++]!;
    this.list = null;
    return undefined;
  }
}
export interface PyListIterator extends PyObject {}
inherit(PyListIterator, PyObject);

export class PyTupleIterator {
  index = 0;
  constructor(public tuple: PyTuple | null) {}

  quickNext(): PyValue | undefined {
    const { tuple } = this;
    if (tuple === null) return undefined;
    if (this.index < tuple.items.length) return tuple.items[this.index++]!;
    this.tuple = null;
    return undefined;
  }
}
export interface PyTupleIterator extends PyObject {}
inherit(PyTupleIterator, PyObject);

/** range iterator over safe integers; longer ranges use PyLongRangeIterator. */
export class PyRangeIterator {
  constructor(
    public current: number,
    readonly step: number,
    /** Items left. */
    public left: number,
  ) {
    this.total = left;
  }
  /** Items of the whole range. */
  readonly total: number;

  quickNext(): PyValue | undefined {
    if (this.left <= 0) return undefined;
    this.left--;
    const v = this.current;
    this.current = v + this.step;
    return v;
  }
}
export interface PyRangeIterator extends PyObject {}
inherit(PyRangeIterator, PyObject);

/** What the end of a loop does to its iterator, which has nothing left. */
export function exhausted(it: PyValue): void {
  if (it instanceof PyListIterator) it.list = null;
  else if (it instanceof PyTupleIterator) it.tuple = null;
}

export type DictIteration = 'keys' | 'values' | 'items';

const ENDED = -2;

/** Iterator over a dict, a dict view or (what: 'keys', no values) a set. */
export class PyTableIterator {
  index: number;
  readonly used: number;
  /** Entries still to come, if none is added. */
  left: number;
  /** The table's layout when an entry was last taken. */
  layout: number;
  constructor(
    public table: HashTable | null,
    readonly what: DictIteration,
    readonly reverse = false,
  ) {
    this.used = table!.used;
    this.left = table!.used;
    this.layout = table!.layout;
    this.index = reverse ? table!.keys.length - 1 : table!.first;
  }

  quickNext(): PyValue | undefined {
    const i = this.quickIndex();
    if (i < 0) return i === ENDED ? undefined : NOVALUE;
    const { keys, vals } = this.table!;
    if (this.what === 'keys') return keys[i]!;
    return this.what === 'values' ? vals![i]! : new PyTuple([keys[i]!, vals![i]!]);
  }

  /** Index of the next entry of a table that is as it was; ENDED: there is none; -1: look closer. */
  private quickIndex(): number {
    const t = this.table;
    if (t === null || t.used !== this.used || t.layout !== this.layout || this.reverse) return -1;
    if (this.left === 0) {
      this.table = null;
      return ENDED;
    }
    const { keys } = t;
    let i = this.index;
    while (i < keys.length && keys[i] === undefined) i++;
    if (i >= keys.length) return -1;
    this.left--;
    this.index = i + 1;
    return i;
  }

  quickPair(): PyValue | undefined {
    const i = this.what === 'items' ? this.quickIndex() : -1;
    if (i < 0) return i === ENDED ? undefined : NOVALUE;
    const { keys, vals } = this.table!;
    this.second = vals![i]!;
    return keys[i]!;
  }
  /** See quickPair. */
  second: PyValue = null;
}
export interface PyTableIterator extends PyObject {}
inherit(PyTableIterator, PyObject);

export type { PyDict, PyValue };
