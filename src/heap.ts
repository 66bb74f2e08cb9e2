/** How full the JavaScript heap is, where the platform tells (Node). */

/**
 * Part of the limit from which on the heap counts as full. From four fifths on V8 ends the process when four collections in
 * a row took longer than what ran between them (Heap::CheckIneffectiveMarkCompact), however much was left.
 */
const FULL = 0.65;

/** Part of the limit that a single large object may fill it to. */
const HIGHEST = 0.9;

/** How much more than after the last collection is to be in use before there is another one. */
const MORE = 0.05;

interface HeapStatistics {
  readonly used_heap_size: number;
  readonly heap_size_limit: number;
  readonly external_memory: number;
}

interface V8 {
  getHeapStatistics(): HeapStatistics;
  setFlagsFromString(flags: string): void;
}

/** null: not to be had. Looked for when it is first needed, as loading it takes time. */
let v8: V8 | null | undefined;
let collect: (() => void) | null = null;
/** Bytes from which on there may be too much. */
let look = 0;

const builtin = <M>(name: string): M | undefined =>
  (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process?.getBuiltinModule?.(name) as M | undefined;

/** What stands below node:v8, which loads streams (5 to 10 ms in a process that has none): the command has it at hand (scripts/cli-loader.cjs). */
interface Binding {
  updateHeapStatisticsBuffer(): void;
  readonly heapStatisticsBuffer: Float64Array;
  readonly kUsedHeapSizeIndex: number;
  readonly kHeapSizeLimitIndex: number;
  readonly kExternalMemoryIndex: number;
}
let binding: Binding | null | undefined;

function fromBinding(): HeapStatistics | null {
  if (binding === undefined) {
    const b = (globalThis as { __pyvmV8?: () => Partial<Binding> }).__pyvmV8?.();
    binding = b?.updateHeapStatisticsBuffer === undefined || b.heapStatisticsBuffer === undefined || b.kExternalMemoryIndex === undefined ? null : (b as Binding);
  }
  if (binding === null) return null;
  binding.updateHeapStatisticsBuffer();
  const { heapStatisticsBuffer: of } = binding;
  return { used_heap_size: of[binding.kUsedHeapSizeIndex]!, heap_size_limit: of[binding.kHeapSizeLimitIndex]!, external_memory: of[binding.kExternalMemoryIndex]! };
}

/** What V8 says; null where nobody can tell. */
function statistics(): HeapStatistics | null {
  const known = fromBinding();
  if (known !== null) return known;
  if (v8 === undefined) v8 = builtin<V8>('node:v8') ?? null;
  return v8 === null ? null : v8.getHeapStatistics();
}

/** V8's collector of garbage, which counts as used until it has run. */
function collector(): () => void {
  const { runInNewContext } = builtin<{ runInNewContext(code: string): unknown }>('node:vm')!;
  v8 ??= builtin<V8>('node:v8')!;
  v8.setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  v8.setFlagsFromString('--no-expose-gc');
  return gc;
}

/** What is used of what there is: the heap, and the buffers outside of it, of which there may be as much. */
const inUse = (s: HeapStatistics): number => Math.max(s.used_heap_size, s.external_memory);

/** Whether what is in use, garbage not counted, is so much that V8 would soon end the process. False where nobody can tell. */
export function heapIsFull(): boolean {
  const before = statistics();
  if (before === null) return false;
  const limit = before.heap_size_limit;
  const used = inUse(before);
  if (used < limit * FULL || used < look) return false;
  collect ??= collector();
  collect();
  const left = inUse(statistics()!);
  // Once it is full, every time that is asked again.
  look = left < limit * FULL ? left + limit * MORE : 0;
  return look === 0;
}

/** Whether the heap has room for another `bytes` at once. True where nobody can tell. */
export function heapHas(bytes: number): boolean {
  if (heapIsFull()) return false;
  const s = statistics();
  return s === null || s.used_heap_size + bytes < s.heap_size_limit * HIGHEST;
}

/** Bytes the heap may have; Infinity where nobody can tell. */
export function heapLimit(): number {
  return statistics()?.heap_size_limit ?? Infinity;
}
