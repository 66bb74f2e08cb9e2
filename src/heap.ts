/** How full the JavaScript heap is, where the platform tells (Node). */

/** Part of the limit from which on the heap counts as full: what is left is for V8's collector to work in. */
const FULL = 0.92;

interface V8 {
  getHeapStatistics(): { readonly used_heap_size: number; readonly heap_size_limit: number };
}

/** null: not to be had. Looked for when it is first needed, as loading it takes time. */
let v8: V8 | null | undefined;

/** Whether V8 will soon end the process for want of memory. False where nobody can tell. */
export function heapIsFull(): boolean {
  if (v8 === undefined) {
    const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
    v8 = (process?.getBuiltinModule?.('node:v8') as V8 | undefined) ?? null;
  }
  if (v8 === null) return false;
  const { used_heap_size: used, heap_size_limit: limit } = v8.getHeapStatistics();
  return used > limit * FULL;
}
