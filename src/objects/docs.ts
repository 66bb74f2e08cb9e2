/**
 * Docstrings and `__text_signature__` of builtin types, functions and methods: what a row of a type or module says itself, else CPython's own, which
 * the build asks of the pinned CPython (scripts/record-docs.mjs) and puts into the frozen library. Without that library (a browser) there is none.
 */
import { PyObject, T, typeOf, type PyValue, type VM } from './object.js';
import type { GetSet, NativeFunction } from './native.js';
import { isSlotName } from './signature.js';
import { builtinModule, type PyType } from './type.js';

const typeKey = (t: PyType): string => {
  const module = builtinModule(t);
  return module === 'builtins' ? t.qualname : `${module}.${t.qualname}`;
};

function functionKey(f: NativeFunction): string {
  const { name } = f.def;
  if (f.owner !== null) return `${typeKey(f.owner)}.${name}`;
  return f.module === null || f.module === 'builtins' ? name : `${f.module}.${name}`;
}

/** `__doc__` of a function or method. */
export function functionDoc(vm: VM, f: NativeFunction): string | null {
  const own = f.def.doc ?? vm.state.doc(functionKey(f));
  if (own !== null || f.owner === null || !isSlotName(f.def.name)) return own;
  // A slot's text is the same for every type that has it.
  for (const type of SLOT_TEXTS) {
    const text = vm.state.doc(`${type}.${f.def.name}`);
    if (text !== null) return text;
  }
  return null;
}

/** Types that have all slots among them, and no texts of their own for these (as dict has for `__getitem__`). */
const SLOT_TEXTS = ['object', 'tuple', 'int', 'list', 'float', 'type', 'property', 'zip', 'coroutine', 'async_generator'];

/** `__doc__` of an attribute's descriptor. */
export const attributeDoc = (vm: VM, d: GetSet): string | null => d.doc ?? vm.state.doc(`${typeKey(d.owner)}.${d.name}`);

/** Stands for `__doc__` in the namespace of types whose text is in the table; instances may have one of their own. */
class TypeDoc extends PyObject {}
export const TYPE_DOC = new TypeDoc();

/** The type of TYPE_DOC: to be called at boot. */
export const docRows = {
  '__get__(self, instance, owner=None, /)': (vm: VM, _self: TypeDoc, o: PyValue, owner: PyValue): PyValue => typeDoc(vm, o === null ? (owner as PyType) : typeOf(o)),
};
export { TypeDoc };

/** `__doc__` of a type that is not on the heap. */
export const typeDoc = (vm: VM, t: PyType): string | null => t.doc ?? (t === T.NoneType ? null : vm.state.doc(typeKey(t)));

/** `__text_signature__` of a native function or descriptor; of those CPython has not, from the signature text that binds the arguments. */
export function functionTextSignature(vm: VM, f: NativeFunction): string | null {
  const known = vm.state.doc(`#${functionKey(f)}`);
  if (known !== null) return known === '' ? null : known;
  const { name, sig } = f.def;
  if (f.owner !== null && name === '__new__') return '($type, *args, **kwargs)';
  if (f.owner !== null && name === '__init__') return '($self, /, *args, **kwargs)';
  // Functions of modules with a parameter without default value are older than Argument Clinic.
  if (f.owner === null && sig.text.includes('<unset>')) return null;
  const params = (f.def.shown ?? sig.text).slice(1, -1).replace(/<unset>/g, '<unrepresentable>');
  const slash = /(^|, )\/(, |$)/.test(params);
  const bound = f.owner !== null && sig.hasSelf;
  const first = bound ? (/^(cls|type)\b/.test(params) ? '$type' : '$self') : f.owner === null && f.module !== null ? '$module' : '';
  const rest = bound ? params.replace(/^\w+(, )?/, '') : params;
  return `(${[first, first === '' || slash ? '' : '/', rest].filter((s) => s !== '').join(', ')})`;
}

/** `__text_signature__` of a class. */
export const classTextSignature = (vm: VM, t: PyType): string | null => (t.flags.heap ? null : vm.state.doc(`#${typeKey(t)}`));
