/**
 * The order CPython shows the elements of a set in: that of its hash table. Programs print sets of small
 * ints and rely on it, so a set whose elements all have a hash that is the same in every run (numbers, tuples of
 * them, ...) keeps, from the first time its order matters, a copy of CPython's table (Objects/setobject.c). Sets
 * with strings or plain objects in them have no such order in CPython; they keep the order of insertion.
 */
import type { PyValue } from './object.js';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;

/** A hash of 64 bits as two signed numbers of 32: what `add` and `remove` take besides the key. */
export const parts = { lo: 0, hi: 0 };

/** What stands in a slot whose key was removed. */
const DELETED = Symbol('deleted');
type Slot = PyValue | typeof DELETED | undefined;

export class SetOrder {
  mask = 7;
  /** Used slots, deleted ones included. */
  fill = 0;
  used = 0;
  private slots: Slot[] = emptySlots(8);
  /** Low and high half of the hash by slot, of keys that are no small ints; null as long as there were none. */
  private halves: number[] | null = null;

  private put(at: number, key: Slot, lo: number, hi: number): void {
    this.slots[at] = key;
    if (isSmall(key)) return;
    this.halves ??= new Array<number>(2 * this.mask + 2).fill(0);
    this.halves[2 * at] = lo;
    this.halves[2 * at + 1] = hi;
  }

  /** Puts a key into a table without deleted slots, in which it is not (set_insert_clean). */
  private insert(key: Slot, lo: number, hi: number): void {
    const { mask, slots } = this;
    let i = lo & mask;
    let low = lo;
    let high = hi;
    for (;;) {
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= end; at++) {
        if (slots[at] !== undefined) continue;
        return this.put(at, key, lo, hi);
      }
      low = (low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT));
      high >>>= PERTURB_SHIFT;
      i = (Math.imul(i, 5) + 1 + low) & mask;
    }
  }

  /** Adds a key that is not there and has the hash in `parts` (set_add_entry). */
  add(key: PyValue): void {
    const { mask, slots } = this;
    const { lo, hi } = parts;
    let i = lo & mask;
    let low = lo;
    let high = hi;
    let free = -1;
    let to = -1;
    while (to < 0) {
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= end && to < 0; at++) {
        const k = slots[at];
        if (k === undefined) to = at;
        else if (k === DELETED) free = at;
      }
      low = (low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT));
      high >>>= PERTURB_SHIFT;
      i = (Math.imul(i, 5) + 1 + low) & mask;
    }
    this.used++;
    if (free >= 0) to = free;
    else this.fill++;
    this.put(to, key, lo, hi);
    if (free < 0 && this.fill * 5 >= mask * 3) this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  /** Removes a key with the hash in `parts`. */
  remove(key: PyValue): void {
    const { mask, slots } = this;
    let low = parts.lo;
    let high = parts.hi;
    let i = low & mask;
    for (;;) {
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= end; at++) {
        const k = slots[at];
        if (k === undefined) return;
        if (k !== key) continue;
        slots[at] = DELETED;
        this.used--;
        return;
      }
      low = (low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT));
      high >>>= PERTURB_SHIFT;
      i = (Math.imul(i, 5) + 1 + low) & mask;
    }
  }

  private resize(minused: number): void {
    let size = 8;
    while (size <= minused) size *= 2;
    const { slots, halves } = this;
    this.mask = size - 1;
    this.slots = emptySlots(size);
    this.halves = null;
    this.fill = this.used;
    this.takeFrom(slots, halves);
  }

  private takeFrom(slots: Slot[], halves: number[] | null): void {
    for (let at = 0; at < slots.length; at++) {
      const k = slots[at];
      if (k === undefined || k === DELETED) continue;
      if (isSmall(k)) this.insert(k, k, k >> 31);
      else this.insert(k, halves![2 * at]!, halves![2 * at + 1]!);
    }
  }

  /** Makes room before `n` elements of another set or dict are added (set_merge). */
  reserve(n: number): void {
    if ((this.fill + n) * 5 >= this.mask * 3) this.resize((this.used + n) * 2);
  }

  /** After many deletions at once (set_difference_update_internal). */
  shrink(): void {
    if (this.fill - this.used > (this.mask >> 2)) this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  /** The table of a new set that takes all elements of this one (set_merge into an empty set). */
  merged(): SetOrder {
    const s = new SetOrder();
    s.reserve(this.used);
    if (s.mask === this.mask && this.fill === this.used) {
      s.slots = this.slots.slice();
      s.halves = this.halves === null ? null : this.halves.slice();
    } else s.takeFrom(this.slots, this.halves);
    s.fill = s.used = this.used;
    return s;
  }

  keys(): PyValue[] {
    const out: PyValue[] = [];
    for (const k of this.slots) if (k !== undefined && k !== DELETED) out.push(k);
    return out;
  }

  /** The element pop() takes: the first at or after `finger`, which moves on behind it. */
  first(finger: { at: number }): PyValue {
    let at = finger.at & this.mask;
    for (;;) {
      const k = this.slots[at];
      at = at >= this.mask ? 0 : at + 1;
      if (k === undefined || k === DELETED) continue;
      // The place behind it, which may be that behind the last.
      finger.at = at === 0 ? this.mask + 1 : at;
      return k;
    }
  }
}

const emptySlots = (n: number): Slot[] => new Array<Slot>(n).fill(undefined);

/** Whether a key is its own hash, in 32 bits. */
export const isSmall = (key: Slot): key is number => typeof key === 'number' && (key | 0) === key && key !== -1;
