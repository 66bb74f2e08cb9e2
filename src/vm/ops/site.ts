/** What an instruction met when it last ran. The run loop notes it behind the instruction's argument, and asks for it first. */
import { PyGenerator } from '../../objects/generator.js';
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../../objects/iterators.js';
import type { PyValue } from '../../objects/object.js';

export enum Site {
  UNKNOWN = 0,
  /** FOR_ITER: the class of the iterator. OTHER: one that the loop does not know itself. */
  LIST = 1,
  RANGE = 2,
  TUPLE = 3,
  GENERATOR = 4,
  OTHER = 5,
  /** CALL_FUNCTION and CALL_METHOD: a native function. */
  NATIVE = 6,
}

/** The kind of an iterator, for FOR_ITER; UNKNOWN: it cannot be one. */
export function iteratorKind(it: PyValue): Site {
  if (typeof it !== 'object' || it === null) return Site.UNKNOWN;
  if (it instanceof PyListIterator) return Site.LIST;
  if (it instanceof PyRangeIterator) return Site.RANGE;
  if (it instanceof PyTupleIterator) return Site.TUPLE;
  return it instanceof PyGenerator ? Site.GENERATOR : Site.OTHER;
}
