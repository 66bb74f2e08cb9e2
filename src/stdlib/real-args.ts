/** Natives over real numbers: arguments become doubles first, through a guest `__float__` where needed. */
import { cont, andThen, AnyFloat, PyFloat, T, typeOf, type PyValue, type Result, type VM } from '../objects/object.js';
import { typeError } from '../objects/errors.js';
import { lookupSpecial } from '../objects/call.js';
import { asDouble } from '../objects/float.js';
import { PyIntObj } from '../objects/str.js';
import { toFloat } from '../objects/float-type.js';
import type { NativeFn } from '../objects/native.js';
import { typeName } from '../objects/type.js';

/** What is done with the doubles, by name: a waiting native frame remembers the name only. */
const rows = new Map<string, (vm: VM, args: any[]) => Result>();

/** `fn` with its first `n` arguments as JS numbers. */
export function realArgs(name: string, n: number, fn: (vm: VM, ...args: any[]) => Result): NativeFn {
  rows.set(name, (vm, args) => fn(vm, ...args));
  if (n === 1) return (vm, x, a, b) => (x instanceof AnyFloat ? fn(vm, x.v, a, b) : convert(vm, name, n, [x, a, b], 0));
  if (n === 2) {
    return (vm, x, y) => {
      const a = x instanceof AnyFloat ? x.v : typeof x === 'number' ? x : undefined;
      const b = y instanceof AnyFloat ? y.v : typeof y === 'number' ? y : undefined;
      return a !== undefined && b !== undefined ? fn(vm, a, b) : convert(vm, name, n, [x, y], 0);
    };
  }
  return (vm, ...args) => convert(vm, name, n, args, 0);
}

function convert(vm: VM, name: string, n: number, args: any[], from: number): Result {
  for (let i = from; i < n; i++) {
    const base = vm.frame;
    const r = asReal(vm, args[i]);
    if (typeof r === 'number') args[i] = r;
    else return andThen(vm, base, r, CONVERTED, name, n, args, i);
  }
  return rows.get(name)!(vm, args);
}

const CONVERTED = cont('realArgs', (vm, v, c) => {
  c.c[c.d] = (v as PyFloat).v;
  return convert(vm, c.a, c.b, c.c, c.d + 1);
});

/** The double of a real number (a JS number), or the Result of asking Python code for it (a PyFloat). */
export function asReal(vm: VM, v: PyValue): number | Result {
  const own = v instanceof PyIntObj && typeOf(v).ownerOf('__float__') !== T.int;
  const d = own ? undefined : asDouble(v);
  if (d !== undefined) return d;
  if (lookupSpecial(v, '__float__') === undefined && lookupSpecial(v, '__index__') === undefined) throw typeError(`must be real number, not ${typeName(v)}`);
  return toFloat(vm, T.float, v);
}

/** Collects an iterable's items as doubles, then runs `rows[name]` with the array. */
export function realItems(vm: VM, name: string, items: PyValue[]): Result {
  return convertItems(vm, name, items, 0);
}
function convertItems(vm: VM, name: string, items: any[], from: number): Result {
  for (let i = from; i < items.length; i++) {
    const v = items[i];
    if (typeof v === 'number') continue;
    if (v instanceof AnyFloat) {
      items[i] = v.v;
      continue;
    }
    const base = vm.frame;
    const r = asReal(vm, v);
    if (typeof r === 'number') items[i] = r;
    else return andThen(vm, base, r, ITEM, name, items, i);
  }
  return rows.get(name)!(vm, [items]);
}
const ITEM = cont('realItems', (vm, v, c) => {
  c.b[c.c] = (v as PyFloat).v;
  return convertItems(vm, c.a, c.b, c.c + 1);
});

export function itemsRow(name: string, fn: (vm: VM, items: number[]) => Result): void {
  rows.set(name, (vm, args) => fn(vm, args[0]));
}
