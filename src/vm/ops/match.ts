/** Opcodes of match statements (CPython 3.10's, PEP 634). Each leaves its stack picture as the table says. */
import { Op } from '../../bytecode/opcodes.js';
import { cont, NOVALUE, andThen, T, typeOf, type PyValue, type Result } from '../../objects/object.js';
import { typeError } from '../../objects/errors.js';
import { len } from '../../objects/convert.js';
import { isInstanceSync } from '../../objects/instance-check.js';
import { callPrelude } from '../../objects/call.js';
import { PyInstance, PyType } from '../../objects/type.js';
import { plainAttribute } from './attributes.js';
import { PyDict } from '../../objects/dict.js';
import { PyTuple } from '../../objects/tuple.js';
import type { PyFrame } from '../../objects/frame.js';
import type { Thread } from '../thread.js';

export function matchTest(vm: Thread, op: number, subject: PyValue): Result {
  if (op === Op.GET_LEN) return len(vm, subject);
  const { flags } = typeOf(subject);
  return op === Op.MATCH_MAPPING ? flags.mapping : flags.sequence;
}

/** subject keys -> subject keys values-or-None bool */
export function matchKeys(vm: Thread, f: PyFrame): Result {
  const keys = f.st[f.sp - 1] as PyTuple;
  const subject = f.st[f.sp - 2] as PyValue;
  if (subject instanceof PyDict && subject.cls === T.dict) {
    const values: PyValue[] = [];
    const seen = new PyDict();
    let fast = true;
    for (const k of keys.items) {
      const i = subject.find(k);
      if (i < -1 || !(seen.find(k) === -1)) {
        fast = false;
        break;
      }
      seen.setFast(k, null);
      if (i < 0) {
        f.st[f.sp++] = null;
        return false;
      }
      values.push(subject.vals[i]!);
    }
    if (fast) {
      f.st[f.sp++] = new PyTuple(values);
      return true;
    }
  }
  const base = vm.frame;
  return andThen(vm, base, callPrelude(vm, 'match_keys', subject, keys), MATCHED, f);
}

const MATCHED = cont('match.result', (_vm, v, c) => {
  const f = c.a as PyFrame;
  f.st[f.sp++] = v;
  return v !== null;
});

/** subject keys -> subject rest */
export function copyDictWithoutKeys(vm: Thread, f: PyFrame): Result {
  const keys = f.st[--f.sp] as PyTuple;
  return callPrelude(vm, 'copy_dict_without_keys', f.st[f.sp - 1], keys);
}

/** subject cls names -> attrs-or-subject bool */
export function matchClass(vm: Thread, f: PyFrame, npos: number): Result {
  const names = f.st[--f.sp] as PyTuple;
  const cls = f.st[--f.sp] as PyValue;
  const subject = f.st[--f.sp] as PyValue;
  if (!(cls instanceof PyType)) {
    const base = vm.frame;
    // A class-like object (typing alias, ...): isinstance decides whether that is allowed.
    return andThen(vm, base, callPrelude(vm, 'match_class_type_error', cls), NEVER);
  }
  const attrs = matchAtOnce(subject, cls, npos, names);
  if (attrs !== undefined) {
    f.st[f.sp++] = attrs === null ? subject : new PyTuple(attrs);
    return attrs !== null;
  }
  const base = vm.frame;
  return andThen(vm, base, callPrelude(vm, 'match_class', subject, cls, npos, names), CLASS_MATCHED, f, subject);
}

/** Whether one positional sub-pattern of `cls(...)` is matched against the subject itself. */
export const matchesSelf = (cls: PyType): boolean => [T.bool, T.bytearray, T.bytes, T.dict, T.float, T.frozenset, T.int, T.list, T.set, T.str, T.tuple].some((t) => cls.isSubtype(t));

/** More sub-patterns than this are the prelude's: it looks for names that come twice. */
const MAX_NAMES = 8;

/** The attributes that sub-patterns are matched against; null: no match; undefined: Python code is needed, or there is an error. */
function matchAtOnce(subject: PyValue, cls: PyType, npos: number, names: PyTuple): PyValue[] | null | undefined {
  const is = isInstanceSync(subject, cls);
  if (is !== true) return is === false ? null : undefined;
  const n = names.items.length;
  if (npos + n === 0) return [];
  if (cls.cls !== T.type || npos + n > MAX_NAMES) return undefined;
  let positional: PyTuple | null = null;
  const out: PyValue[] = [];
  if (npos > 0) {
    const args = cls.lookup('__match_args__');
    if (args === undefined) {
      if (npos !== 1 || !matchesSelf(cls)) return undefined;
      out.push(subject);
    } else if (args instanceof PyTuple && args.cls === T.tuple && args.items.length >= npos) positional = args;
    else return undefined;
  }
  const first = positional === null ? 0 : npos;
  for (let i = 0; i < first + n; i++) {
    const name = i < first ? positional!.items[i]! : names.items[i - first]!;
    if (typeof name !== 'string') return undefined;
    for (let j = 0; j < i; j++) if ((j < first ? positional!.items[j] : names.items[j - first]) === name) return undefined;
    const v = subject instanceof PyInstance ? plainAttribute(subject, name) : undefined;
    if (v === undefined) return undefined;
    if (v === NOVALUE) return null;
    out.push(v);
  }
  return out;
}

const NEVER = cont('match.never', (vm) => vm.raise(typeError('called match pattern must be a type')));

const CLASS_MATCHED = cont('match.class', (_vm, attrs, c) => {
  const f = c.a as PyFrame;
  f.st[f.sp++] = attrs === null ? c.b : attrs;
  return attrs !== null;
});

export { NOVALUE };
