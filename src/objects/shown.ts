/** Namespaces that guest code gets to see as dicts. */
import type { PyValue, Result, VM } from './object.js';
import type { PyDict } from './dict.js';

/** Names of a namespace that are still to be given their values: see vm/lazy-names.ts. */
export interface PendingNames {
  readonly globals: PyDict;
  /** Gives all of them their values; the result is the namespace. */
  complete(vm: VM): Result;
  /** Whether who is running asks for `__name__` only, or makes functions with the namespace. */
  asksOnlyName(vm: VM): boolean;
  /** STORE_NAME: whether `v` stands for a value that is still to come; then the name is one of these from now on. */
  takes(name: string, v: PyValue): boolean;
  names(): readonly string[];
}

/** Of the namespaces that have such names. */
export const pendingOf = new WeakMap<PyDict, PendingNames>();

/** `namespace`, which is about to be seen: what it holds is made whole first. */
export function shown(vm: VM, namespace: PyValue): Result {
  const pending = vm.state.pendingNames;
  return pending !== undefined && pending.globals === namespace ? pending.complete(vm) : namespace;
}
