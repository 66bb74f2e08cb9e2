/** `__builtins__` of globals that is neither a module nor a dict. */
import { PyDict } from './dict.js';
import { PyModule } from './function.js';
import { T, type PyValue } from './object.js';

/** Holds no name; where one is missed, `value` is asked for it as any object is for an item: `eval(text, {'__builtins__': None})`. */
export class OddBuiltins extends PyDict {
  constructor(readonly value: PyValue) {
    super();
  }
}

/** The builtins that a frame of globals with this `__builtins__` sees. */
export function builtinsFrom(v: PyValue): PyDict {
  if (v instanceof PyModule) return v.dict;
  return v instanceof PyDict && v.cls === T.dict ? v : new OddBuiltins(v);
}
