/** Iterators the run loop knows by class. Their types: iterator-types.ts. */
import { PyObject, type PyValue } from './object.js';
import type { PyDict } from './dict.js';
import type { HashTable } from './hashtable.js';
import type { PyList, PyTuple } from './tuple.js';

export class PyListIterator extends PyObject {
  index = 0;
  constructor(public list: PyList | null) {
    super();
  }
}

export class PyTupleIterator extends PyObject {
  index = 0;
  constructor(public tuple: PyTuple | null) {
    super();
  }
}

/** range iterator over safe integers; longer ranges use PyLongRangeIterator. */
export class PyRangeIterator extends PyObject {
  constructor(
    public current: number,
    readonly step: number,
    /** Items left. */
    public left: number,
  ) {
    super();
    this.total = left;
  }
  /** Items of the whole range. */
  readonly total: number;
}

export type DictIteration = 'keys' | 'values' | 'items';

/** Iterator over a dict, a dict view or (what: 'keys', no values) a set. */
export class PyTableIterator extends PyObject {
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
    super();
    this.used = table!.used;
    this.left = table!.used;
    this.layout = table!.layout;
    this.index = reverse ? table!.keys.length - 1 : table!.first;
  }
}

export type { PyDict, PyValue };
