/**
 * Limits of the embedder, counted anew for each run of the host's. A LimitError ends the run: guest code cannot catch
 * it, no finally runs; the VM can go on to the next run.
 */

export interface Limits {
  /** Calls and loop iterations (back-edges), plus what natives charge for long work. */
  maxSteps?: number;
  /** Milliseconds of running; time spent waiting for the host does not count. */
  maxTimeMs?: number;
  /**
   * Bytes the process's heap and buffers may grow by since the run began. What they take is looked at every few milliseconds, and
   * includes garbage that is not yet collected and what else the process makes: leave room. Needs a host that can tell
   * (`Host.memoryUsed`; Node's can).
   */
  maxMemoryBytes?: number;
  /** Python frames; guest code can lower and raise its own limit below this. */
  maxRecursion?: number;
}

export class LimitError extends Error {
  override name = 'LimitError';
  constructor(
    readonly limit: keyof Limits,
    readonly value: number,
    unit: string,
  ) {
    super(`limit exceeded: ${limit} (${value} ${unit})`);
  }
}
