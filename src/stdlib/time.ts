/** time (clocks; calendar functions: time-calendar.ts). */
import { PyFloat } from '../objects/object.js';
import type { PyModule } from '../objects/function.js';
import type { NativeModuleMaker } from './registry.js';
import { defineModule } from './define-module.js';

export const makeTime: NativeModuleMaker = (_vm, machine): PyModule => {
  const { host } = machine;
  const mono = (): number => (host.monotonic?.() ?? performance.now()) / 1000;
  const now = (): number => (host.now?.() ?? Date.now()) / 1000;
  return defineModule({
    name: 'time',
    functions: {
      'time()': () => new PyFloat(now()),
      'time_ns()': () => BigInt(Math.round(now() * 1e6)) * 1000n,
      'perf_counter()': () => new PyFloat(mono()),
      'monotonic()': () => new PyFloat(mono()),
      'process_time()': () => new PyFloat(mono()),
      'perf_counter_ns()': () => Math.round(mono() * 1e9),
      'monotonic_ns()': () => Math.round(mono() * 1e9),
    },
  });
};
