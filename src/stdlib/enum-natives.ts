/** _enum_native: what module enum (scripts/lib-patches.mjs, ENUM) asks again and again while a class is made; CPython has no such module. */
import { T, typeOf, type PyValue } from '../objects/object.js';
import { PyDict } from '../objects/dict.js';
import { PyList, PyTuple } from '../objects/tuple.js';
import { asJS } from '../objects/str.js';
import { PyType } from '../objects/type.js';
import { NotImplemented } from '../objects/singletons.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

const isDunder = (s: string): boolean => s.length > 4 && s.startsWith('__') && s.endsWith('__') && s[2] !== '_' && s.at(-3) !== '_';
const isSunder = (s: string): boolean => s.length > 2 && s[0] === '_' && s.endsWith('_') && s[1] !== '_' && s.at(-2) !== '_';
const isPrivate = (cls: string, s: string): boolean => s.length > cls.length + 3 && s.startsWith(`_${cls}__`) && !s.endsWith('__');

/** Sunder names that an enum may have and that mean nothing while its body runs. */
const QUIET: ReadonlySet<string> = new Set(['_order_', '_numeric_repr_', '_missing_', '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_']);

/** Whether a value of the library's own kinds is a descriptor; undefined: it is another one. */
function isDescriptor(v: PyValue): boolean | undefined {
  const t = typeOf(v);
  if (t.flags.heap || v instanceof PyType) return undefined;
  return t.lookup('__get__') !== undefined || t.lookup('__set__') !== undefined || t.lookup('__delete__') !== undefined;
}

/** `_EnumDict.__setitem__` of a name and a value with which nothing is special; false: it is to be done in Python. */
function setItem(self: PyDict, key: PyValue, value: PyValue): boolean {
  const { dict } = self;
  const cls = asJS(dict?.getStr('_cls_name') ?? null);
  const descriptor = isDescriptor(value);
  if (typeof key !== 'string' || key === '' || cls === undefined || dict === null || descriptor === undefined || self.hashes !== null) return false;
  const names = dict.getStr('_member_names');
  const values = dict.getStr('_last_values');
  const ignored = dict.getStr('_ignore');
  if (!(names instanceof PyDict) || !(values instanceof PyList) || !(ignored instanceof PyList)) return false;
  if (!isPrivate(cls, key)) {
    if (isSunder(key)) {
      if (!QUIET.has(key)) return false;
    } else if (isDunder(key)) {
      if (key === '__order__') return false;
    } else {
      if (names.getStr(key) !== undefined || ignored.items.length > 0) return false;
      if (!descriptor) {
        // A tuple may have auto() in it.
        if (self.getStr(key) !== undefined || (value instanceof PyTuple && value.items.some((v) => typeOf(v).flags.heap))) return false;
        names.setStr(key, null);
        values.items.push(value);
      }
    }
  }
  self.setStr(key, value);
  return true;
}

/** The classes of `bases` and their bases, in order; null where one is none. */
const chains = (bases: PyValue): readonly (readonly PyType[])[] | null =>
  bases instanceof PyTuple && bases.items.every((b) => b instanceof PyType && b.cls.lookup('__getattribute__') === T.type.lookup('__getattribute__')) ? bases.items.map((b) => (b as PyType).mro) : null;

export const makeEnumNatives: NativeModuleMaker = () =>
  defineModule({
    name: '_enum_native',
    functions: {
      '_is_dunder(name)': (_vm, name) => isDunder(asJS(name) ?? ''),
      '_is_sunder(name)': (_vm, name) => isSunder(asJS(name) ?? ''),
      '_is_private(cls_name, name)': (_vm, cls, name) => isPrivate(asJS(cls) ?? '', asJS(name) ?? ''),
      '_set_item(self, key, value, /)': (_vm, self: PyDict, key, value) => setItem(self, key, value),
      /** Whether one of the bases is an enumeration with members, perhaps. */
      '_may_have_members(bases, metaclass, /)': (_vm, bases, meta: PyType) => {
        const all = chains(bases);
        return all === null || all.some((c) => c.some((b) => {
          if (!b.cls.isSubtype(meta)) return false;
          const names = b.lookup('_member_names_');
          return !(names instanceof PyList) || names.items.length > 0;
        }));
      },
      /** The data type that the bases mix in, or None; NotImplemented: there is more than one, or something unusual. */
      '_data_type(bases, metaclass, /)': (_vm, bases, meta: PyType) => {
        const all = chains(bases);
        if (all === null) return NotImplemented;
        let found: PyValue | undefined;
        for (const chain of all) {
          let candidate: PyType | undefined;
          for (const b of chain) {
            let type: PyValue | undefined;
            if (b === T.object) continue;
            if (b.cls.isSubtype(meta)) {
              const member = b.lookup('_member_type_');
              if (!(member instanceof PyType)) return NotImplemented;
              if (member === T.object) continue;
              type = member;
            } else if (b.dict.getStr('__new__') === undefined && b.dict.getStr('__dataclass_fields__') === undefined) {
              candidate ??= b;
              continue;
            } else type = candidate ?? b;
            if (found !== undefined && found !== type) return NotImplemented;
            found = type;
            break;
          }
        }
        return found ?? null;
      },
    },
  });
