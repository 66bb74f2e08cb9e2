/** Exception classes of native modules: `struct.error`, `binascii.Error`. */
import { T } from './object.js';
import { defineType } from './define.js';
import type { PyType } from './type.js';

/** `name` as in `struct.error`: module and name. Made once, shared by all VMs. */
export function defineException(name: string, base: PyType, doc: string | null = null, mixins: readonly PyType[] = []): PyType {
  const known = made.get(name);
  if (known !== undefined) return known;
  const dot = name.lastIndexOf('.');
  const t = defineType({ name, base, mixins, instance: null, flags: { basetype: true, hasDict: true, hasWeakref: true, noNew: false }, ...(doc === null ? {} : { doc }), attrs: { __module__: name.slice(0, dot) } });
  // CPython makes these with PyErr_NewException: heap types, whose messages use the short name.
  t.name = name.slice(dot + 1);
  t.flags.heap = true;
  t.flags.noNew = false;
  delete T[name];
  made.set(name, t);
  return t;
}
const made = new Map<string, PyType>();
