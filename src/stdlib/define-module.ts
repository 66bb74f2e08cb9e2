/** `defineModule`: a native module as rows of functions and values. */
import type { PyValue } from '../objects/object.js';
import { nativeFunction } from '../objects/define.js';
import { PyModule } from '../objects/function.js';
import type { NativeFn } from '../objects/native.js';

export interface ModuleRecord {
  name: string;
  /** The module that the functions name as theirs, where it is another one (that takes them from here). */
  of?: string;
  doc?: string;
  /** Signature text to implementation. */
  functions?: Record<string, NativeFn>;
  /** Constants and types. */
  values?: Record<string, PyValue>;
}

export function defineModule(r: ModuleRecord): PyModule {
  const m = new PyModule(r.name);
  m.docInTable = true;
  m.dict.setStr('__doc__', r.doc ?? null);
  m.dict.setStr('__package__', r.name.slice(0, Math.max(0, r.name.lastIndexOf('.'))));
  for (const [sig, fn] of Object.entries(r.functions ?? {})) {
    const f = nativeFunction(sig, fn, r.of ?? r.name);
    m.dict.setStr(f.def.name, f);
  }
  for (const [name, v] of Object.entries(r.values ?? {})) m.dict.setStr(name, v);
  return m;
}
