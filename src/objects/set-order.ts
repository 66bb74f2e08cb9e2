/**
 * The order CPython shows the elements of a set in: that of its hash table. Programs print sets of small
 * ints and rely on it, so a set whose elements all have a hash that is the same in every run (numbers, tuples of
 * them, ...) keeps, from the first time its order matters, a copy of CPython's table (Objects/setobject.c). Sets
 * with strings or plain objects in them have no such order in CPython; they keep the order of insertion.
 */
import type { PyValue } from './object.js';
import type { Int } from './int.js';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;
const M64 = (1n << 64n) - 1n;

interface Entry {
  readonly key: PyValue;
  readonly hash: Int;
}

export class SetOrder {
  mask = 7;
  /** Used slots, deleted ones included. */
  fill = 0;
  used = 0;
  /** null: deleted. */
  private slots: (Entry | null | undefined)[] = new Array(8).fill(undefined);

  /** The slots in the order they are tried for `hash`, until `accept` takes one. */
  private probe(hash: Int, accept: (at: number) => boolean): void {
    const { mask } = this;
    let i: number;
    let perturb: bigint | null = null;
    if (typeof hash === 'number' && hash >= 0 && hash < 0x40000000) i = hash & mask;
    else i = Number(BigInt.asUintN(64, BigInt(hash)) & BigInt(mask));
    for (;;) {
      let n = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      let at = i;
      do {
        if (accept(at)) return;
        at++;
      } while (n-- > 0);
      perturb = (perturb ?? BigInt.asUintN(64, BigInt(hash))) >> PERTURB_SHIFT;
      i = Number((BigInt(i) * 5n + 1n + perturb) & M64 & BigInt(mask));
    }
  }

  private insert(e: Entry): void {
    this.probe(e.hash, (at) => {
      if (this.slots[at] !== undefined) return false;
      this.slots[at] = e;
      return true;
    });
  }

  /** Adds a key that is not there (set_add_entry). */
  add(key: PyValue, hash: Int): void {
    let at = -1;
    let deleted = -1;
    this.probe(hash, (i) => {
      const e = this.slots[i];
      if (e === null) deleted = i;
      at = i;
      return e === undefined;
    });
    this.used++;
    if (deleted >= 0) {
      this.slots[deleted] = { key, hash };
      return;
    }
    this.slots[at] = { key, hash };
    this.fill++;
    if (this.fill * 5 >= this.mask * 3) this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  remove(key: PyValue, hash: Int): void {
    this.probe(hash, (at) => {
      const e = this.slots[at];
      if (e === undefined) return true;
      if (e === null || e.key !== key) return false;
      this.slots[at] = null;
      this.used--;
      return true;
    });
  }

  private resize(minused: number): void {
    let size = 8;
    while (size <= minused) size *= 2;
    const old = this.slots;
    this.mask = size - 1;
    this.slots = new Array(size).fill(undefined);
    this.fill = this.used;
    for (const e of old) if (e !== undefined && e !== null) this.insert(e);
  }

  /** Makes room before `n` elements of another set or dict are added (set_merge). */
  reserve(n: number): void {
    if ((this.fill + n) * 5 >= this.mask * 3) this.resize((this.used + n) * 2);
  }

  /** After many deletions at once (set_difference_update_internal). */
  shrink(): void {
    if (this.fill - this.used > Math.floor(this.mask / 5)) this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  /** The table of a new set that takes all elements of this one (set_merge into an empty set). */
  merged(): SetOrder {
    const s = new SetOrder();
    s.reserve(this.used);
    if (s.mask === this.mask && this.fill === this.used) s.slots = this.slots.slice();
    else for (const e of this.slots) if (e !== undefined && e !== null) s.insert(e);
    s.fill = s.used = this.used;
    return s;
  }

  /** An exact copy. */
  clone(): SetOrder {
    const s = new SetOrder();
    s.mask = this.mask;
    s.fill = this.fill;
    s.used = this.used;
    s.slots = this.slots.slice();
    return s;
  }

  keys(): PyValue[] {
    const out: PyValue[] = [];
    for (const e of this.slots) if (e !== undefined && e !== null) out.push(e.key);
    return out;
  }

  /** The element pop() takes: the first at or after `finger`, which moves on behind it. */
  first(finger: { at: number }): PyValue {
    let at = finger.at & this.mask;
    while (this.slots[at] === undefined || this.slots[at] === null) at = at >= this.mask ? 0 : at + 1;
    finger.at = at + 1;
    return this.slots[at]!.key;
  }
}
