/** itertools over pools of items: product, permutations, combinations (with and without replacement). */
import { MAX_ITEMS } from '../../objects/list-growth.js';
import { room, work } from '../../objects/work.js';
import { andThen, cont, Cont, insertCont, PUSHED, T, type PyValue, type Result, type VM } from '../../objects/object.js';
import { error, typeError, valueError } from '../../objects/errors.js';
import { index } from '../../objects/convert.js';
import { asInt } from '../../objects/int.js';
import { listFrom } from '../../objects/iterate.js';
import { PyList, PyTuple } from '../../objects/tuple.js';
import type { PyType } from '../../objects/type.js';
import { end, Iterator, iteratorType, reduced, stateIndex, stateParts } from './base.js';

/** An iterator over choices: indexes into pools, and how to go to the next choice. */
class Choices extends Iterator {
  started = false;
  done = false;
  /** How many are chosen of one pool. */
  r = 0;
  constructor(
    cls: PyType,
    readonly pools: readonly PyValue[][],
    readonly indexes: number[],
    readonly cycles: number[],
  ) {
    super(cls);
  }
}

const tupleOf = (self: Choices, n: number): PyTuple => {
  const out: PyValue[] = [];
  const { pools, indexes } = self;
  const one = pools.length === 1;
  work(4 * n);
  room(16 * n);
  for (let i = 0; i < n; i++) out.push((one ? pools[0]! : pools[i]!)[indexes[i]!]!);
  return new PyTuple(out);
};

/** Lists of the iterables, then `row` with (cls, lists, extra). */
function poolsOf(vm: VM, sources: readonly PyValue[], got: PyValue[][], row: ReturnType<typeof cont>, cls: PyType, extra: unknown): Result {
  while (got.length < sources.length) {
    const base = vm.frame;
    const l = listFrom(vm, sources[got.length]!);
    if (l === undefined) return undefined;
    if (l === PUSHED) return insertCont(vm, base, new Cont(POOL, sources, got, row, [cls, extra]));
    got.push((l as PyList).items);
  }
  return row.fn(vm, null, new Cont(row, cls, got, extra, null));
}
const POOL = cont('itertools.pool', (vm, l, c) => {
  c.b.push((l as PyList).items);
  return poolsOf(vm, c.a, c.b, c.c, c.d[0], c.d[1]);
});

const zeros = (n: number): number[] => new Array<number>(n).fill(0);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

// ---- product ----

const PRODUCT_NEW = cont('product.new', (_vm, _v, c) => {
  const pools: PyValue[][] = [];
  const count = c.c * (c.b as PyValue[][]).length;
  if (count > MAX_ITEMS) throw error('MemoryError');
  room(32 * count);
  for (let i = 0; i < c.c; i++) pools.push(...(c.b as PyValue[][]));
  const p = new Product(c.a, pools, zeros(pools.length), []);
  p.done = pools.some((x) => x.length === 0);
  return p;
});
class Product extends Choices {
  /** It was asked although it had nothing from the start. */
  spent = false;
}
const PRODUCT_REPEAT = cont('product.repeat', (vm, n, c) => {
  if ((n as number) < 0) throw valueError('repeat argument cannot be negative');
  return poolsOf(vm, c.b, [], PRODUCT_NEW, c.a, n);
});
iteratorType({
  name: 'product',
  instance: Product,
  new: ['*iterables, repeat=1', (vm, cls, repeat, sources: PyValue[]) => {
    const base = vm.frame;
    return andThen(vm, base, index(vm, repeat), PRODUCT_REPEAT, cls, sources);
  }],
  next: (vm, self: Product) => {
    if (self.done) {
      self.spent = true;
      return end(vm);
    }
    const { pools, indexes } = self;
    const n = pools.length;
    if (self.started) {
      let i = n - 1;
      for (; i >= 0; i--) {
        if (++indexes[i]! < pools[i]!.length) break;
        indexes[i] = 0;
      }
      if (i < 0) {
        self.done = true;
        return end(vm);
      }
    }
    self.started = true;
    const out: PyValue[] = [];
    work(4 * n);
    room(16 * n);
    for (let i = 0; i < n; i++) out.push(pools[i]![indexes[i]!]!);
    return new PyTuple(out);
  },
  methods: {
    '__reduce__(self, /)': (_vm, self: Product) => {
      if (self.done && (self.started || self.spent)) return reduced(self, [new PyTuple([])]);
      const pools = self.pools.map((p) => new PyTuple(p));
      return self.started ? reduced(self, pools, new PyTuple(self.indexes.slice())) : reduced(self, pools);
    },
    '__setstate__(self, state, /)': (_vm, self: Product, state: PyValue) => {
      const { pools, indexes } = self;
      const wanted = stateItems(state, pools.length);
      for (let i = 0; i < pools.length; i++) {
        const index = stateIndex(wanted[i]!);
        if (pools[i]!.length === 0) {
          self.done = self.started = true;
          return null;
        }
        indexes[i] = Math.max(0, Math.min(pools[i]!.length - 1, index));
      }
      self.started = true;
      return null;
    },
    '__sizeof__(self, /)': (_vm, self: Product) => 48 + 8 * self.pools.length,
  },
});

/** A state that is one tuple of `n` indexes. */
function stateItems(state: PyValue, n: number): PyValue[] {
  if (!(state instanceof PyTuple) || state.items.length !== n) throw valueError('invalid arguments');
  return state.items;
}

// ---- r of one pool ----

class Permutations extends Choices {}
class Combinations extends Choices {}
class CombinationsR extends Choices {}

const R_OF_POOL = cont('itertools.choices.new', (vm, _v, c) => {
  const r = c.c[1] as PyValue;
  if (r === null) return makeChoices(c.a, c.b[0], c.c[0], c.b[0].length);
  if (c.c[0] === 'permutations' && asInt(r) === undefined) throw typeError('Expected int as r');
  const base = vm.frame;
  return andThen(vm, base, index(vm, r), R_INDEX, c.a, c.b[0], c.c[0]);
});
const R_INDEX = cont('itertools.choices.r', (_vm, r, c) => makeChoices(c.a, c.b, c.c, Number(r as number)));

function makeChoices(cls: PyType, pool: PyValue[], kind: string, r: number): Choices {
  if (r < 0) throw valueError('r must be non-negative');
  const n = pool.length;
  let it: Choices;
  if (kind === 'permutations') it = new Permutations(cls, [pool], upTo(n), Array.from({ length: Math.min(r, n) }, (_, i) => n - i));
  else if (kind === 'combinations') it = new Combinations(cls, [pool], upTo(Math.min(r, n)), []);
  else it = new CombinationsR(cls, [pool], zeros(r), []);
  it.r = r;
  it.done = kind === 'combinations_with_replacement' ? n === 0 && r > 0 : r > n;
  return it;
}

function nextPermutation(self: Choices): boolean {
  const { indexes, cycles } = self;
  const n = indexes.length;
  for (let i = cycles.length - 1; i >= 0; i--) {
    cycles[i]!--;
    if (cycles[i] === 0) {
      const first = indexes[i]!;
      for (let j = i; j < n - 1; j++) indexes[j] = indexes[j + 1]!;
      indexes[n - 1] = first;
      cycles[i] = n - i;
    } else {
      const j = cycles[i]!;
      const x = indexes[i]!;
      indexes[i] = indexes[n - j]!;
      indexes[n - j] = x;
      return true;
    }
  }
  return false;
}

function nextCombination(self: Choices): boolean {
  const { indexes } = self;
  const r = indexes.length;
  const n = self.pools[0]!.length;
  let i = r - 1;
  while (i >= 0 && indexes[i] === i + n - r) i--;
  if (i < 0) return false;
  indexes[i]!++;
  for (let j = i + 1; j < r; j++) indexes[j] = indexes[j - 1]! + 1;
  return true;
}

function nextCombinationR(self: Choices): boolean {
  const { indexes } = self;
  const n = self.pools[0]!.length;
  let i = indexes.length - 1;
  while (i >= 0 && indexes[i] === n - 1) i--;
  if (i < 0) return false;
  const v = indexes[i]! + 1;
  for (let j = i; j < indexes.length; j++) indexes[j] = v;
  return true;
}

function setPermutation({ indexes, cycles }: Choices, state: PyValue): void {
  const n = indexes.length;
  const [from, left] = stateParts(state, T.tuple!, T.tuple!) as [PyTuple, PyTuple];
  if (from.items.length !== n || left.items.length !== cycles.length) throw valueError('invalid arguments');
  for (let i = 0; i < n; i++) indexes[i] = stateIndex(from.items[i]!, 0, n - 1);
  for (let i = 0; i < cycles.length; i++) cycles[i] = stateIndex(left.items[i]!, 1, n - i);
}

/** The indexes of combinations: the i-th at most `most(i)`. */
function setIndexes({ indexes }: Choices, state: PyValue, most: (i: number) => number): void {
  const wanted = stateItems(state, indexes.length);
  for (let i = 0; i < indexes.length; i++) indexes[i] = stateIndex(wanted[i]!, 0, Math.max(0, most(i)));
}

function chooser(name: string, instance: Function, params: string, forward: (self: Choices) => boolean, restore: (self: Choices, state: PyValue) => void): void {
  iteratorType({
    name,
    instance,
    new: [params, (vm, cls, source, r) => {
      if (r === null && name !== 'permutations') throw typeError("'NoneType' object cannot be interpreted as an integer");
      return poolsOf(vm, [source], [], R_OF_POOL, cls, [name, r]);
    }],
    next: (vm, self: Choices) => {
      if (self.done) return end(vm);
      if (self.started && !forward(self)) {
        self.done = true;
        return end(vm);
      }
      self.started = true;
      return tupleOf(self, name === 'permutations' ? self.cycles.length : self.indexes.length);
    },
    methods: {
      '__reduce__(self, /)': (_vm, self: Choices) => {
        const pool = new PyTuple(self.done && self.started ? [] : self.pools[0]!.slice());
        if (!self.started || self.done) return reduced(self, [pool, self.r]);
        return reduced(self, [pool, self.r], name === 'permutations' ? new PyTuple([new PyTuple(self.indexes.slice()), new PyTuple(self.cycles.slice())]) : new PyTuple(self.indexes.slice()));
      },
      '__setstate__(self, state, /)': (_vm, self: Choices, state: PyValue) => {
        restore(self, state);
        self.started = true;
        return null;
      },
      '__sizeof__(self, /)': (_vm, self: Choices) => 56 + 8 * (self.indexes.length + self.cycles.length),
    },
  });
}
chooser('permutations', Permutations, 'iterable, r=None', nextPermutation, setPermutation);
chooser('combinations', Combinations, 'iterable, r', nextCombination, (self, state) => setIndexes(self, state, (i) => i + self.pools[0]!.length - self.indexes.length));
chooser('combinations_with_replacement', CombinationsR, 'iterable, r', nextCombinationR, (self, state) => setIndexes(self, state, () => self.pools[0]!.length - 1));
