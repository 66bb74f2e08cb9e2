/** itertools: the module; its types stand in itertools/. */
import { defineModule } from './define-module.js';
import { ROWS } from './itertools/base.js';
import './itertools/counters.js';
import './itertools/combinatoric.js';
import { tee } from './itertools/streams.js';
import type { NativeModuleMaker } from './registry.js';

export const makeItertools: NativeModuleMaker = () =>
  defineModule({
    name: 'itertools',
    doc: 'Functional tools for creating and using iterators.',
    functions: { '!tee(iterable, n=2, /)': tee },
    values: Object.fromEntries(ROWS),
  });
