/**
 * CPython's list sort (Objects/listsort.txt: runs, binary insertion, merges in powersort's order, galloping) for keys that
 * only Python code can order: its comparisons are CPython's, in number and order. A generator, as each of them may have to
 * wait for frames: it stops with the keys in `left` and `right`, and is told whether left < right.
 */
import type { PyValue } from './object.js';

type Asking<R> = Generator<undefined, R, boolean>;

/** When to gallop at first. */
const MIN_GALLOP = 7;

export class TimSort {
  left: PyValue = null;
  right: PyValue = null;
  private minGallop = MIN_GALLOP;
  /** Where each pending run begins, its length, its power. */
  private readonly runs: [start: number, size: number, power: number][] = [];
  /** `order` holds indexes into `keys`, and is sorted in place. */
  constructor(
    private readonly order: number[],
    private readonly keys: readonly PyValue[],
  ) {}

  *run(): Asking<void> {
    const { order: a, keys, runs } = this;
    const n = a.length;
    if (n < 2) return;
    let minrun = n;
    let odd = 0;
    while (minrun >= 64) {
      odd |= minrun & 1;
      minrun >>= 1;
    }
    minrun += odd;
    for (let lo = 0; lo < n; ) {
      // The run at lo; a descending one is turned round.
      let i = lo + 1;
      if (i < n) {
        this.left = keys[a[i]!]!;
        this.right = keys[a[lo]!]!;
        const down = yield;
        for (i++; i < n; i++) {
          this.left = keys[a[i]!]!;
          this.right = keys[a[i - 1]!]!;
          if ((yield) !== down) break;
        }
        if (down) for (let p = lo, q = i - 1; p < q; p++, q--) [a[p], a[q]] = [a[q]!, a[p]!];
      }
      const force = Math.min(n - lo, minrun);
      const end = Math.max(lo + force, i);
      for (; i < end; i++) {
        const x = a[i]!;
        const key = keys[x]!;
        let l = lo;
        let r = i;
        while (l < r) {
          const m = (l + r) >> 1;
          this.left = key;
          this.right = keys[a[m]!]!;
          if (yield) r = m;
          else l = m + 1;
        }
        for (let k = i; k > l; k--) a[k] = a[k - 1]!;
        a[l] = x;
      }
      const size = end - lo;
      if (runs.length > 0) {
        const last = runs[runs.length - 1]!;
        const p = power(last[0], last[1], size, n);
        while (runs.length > 1 && runs[runs.length - 2]![2] > p) yield* this.mergeAt(runs.length - 2);
        runs[runs.length - 1]![2] = p;
      }
      runs.push([lo, size, 0]);
      lo = end;
    }
    while (runs.length > 1) {
      let i = runs.length - 2;
      if (i > 0 && runs[i - 1]![1] < runs[i + 1]![1]) i--;
      yield* this.mergeAt(i);
    }
  }

  private *mergeAt(i: number): Asking<void> {
    const { order: a, keys, runs } = this;
    let [at, na] = runs[i]!;
    const [bt, size] = runs[i + 1]!;
    runs[i]![1] = na + size;
    runs.splice(i + 1, 1);
    const k = yield* this.gallopRight(keys[a[bt]!]!, a, at, na, 0);
    at += k;
    na -= k;
    if (na === 0) return;
    const nb = yield* this.gallopLeft(keys[a[at + na - 1]!]!, a, bt, size, size - 1);
    if (nb === 0) return;
    if (na <= nb) yield* this.mergeLow(at, na, bt, nb);
    else yield* this.mergeHigh(at, na, bt, nb);
  }

  /** Where `key` belongs among the `n` at `base`, before those equal to it; `hint` is near. */
  private *gallopLeft(key: PyValue, a: readonly number[], base: number, n: number, hint: number): Asking<number> {
    const { keys } = this;
    let last = 0;
    let ofs = 1;
    const at = base + hint;
    this.right = key;
    this.left = keys[a[at]!]!;
    if (yield) {
      const most = n - hint;
      while (ofs < most) {
        this.left = keys[a[at + ofs]!]!;
        this.right = key;
        if (!(yield)) break;
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      if (ofs > most) ofs = most;
      last += hint;
      ofs += hint;
    } else {
      const most = hint + 1;
      while (ofs < most) {
        this.left = keys[a[at - ofs]!]!;
        this.right = key;
        if (yield) break;
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      if (ofs > most) ofs = most;
      [last, ofs] = [hint - ofs, hint - last];
    }
    for (last++; last < ofs; ) {
      const m = (last + ofs) >> 1;
      this.left = keys[a[base + m]!]!;
      this.right = key;
      if (yield) last = m + 1;
      else ofs = m;
    }
    return ofs;
  }

  /** The same, behind those equal to it. */
  private *gallopRight(key: PyValue, a: readonly number[], base: number, n: number, hint: number): Asking<number> {
    const { keys } = this;
    let last = 0;
    let ofs = 1;
    const at = base + hint;
    this.left = key;
    this.right = keys[a[at]!]!;
    if (yield) {
      const most = hint + 1;
      while (ofs < most) {
        this.left = key;
        this.right = keys[a[at - ofs]!]!;
        if (!(yield)) break;
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      if (ofs > most) ofs = most;
      [last, ofs] = [hint - ofs, hint - last];
    } else {
      const most = n - hint;
      while (ofs < most) {
        this.left = key;
        this.right = keys[a[at + ofs]!]!;
        if (yield) break;
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      if (ofs > most) ofs = most;
      last += hint;
      ofs += hint;
    }
    for (last++; last < ofs; ) {
      const m = (last + ofs) >> 1;
      this.left = key;
      this.right = keys[a[base + m]!]!;
      if (yield) ofs = m;
      else last = m + 1;
    }
    return ofs;
  }

  /** The left run is the shorter one: it is copied, and filled from the left. */
  private *mergeLow(at: number, na: number, bt: number, nb: number): Asking<void> {
    const { order: a, keys } = this;
    const t = a.slice(at, at + na);
    let to = at;
    let i = 0;
    a[to++] = a[bt++]!;
    nb--;
    let least = this.minGallop;
    merging: while (nb > 0 && na > 1) {
      let acount = 0;
      let bcount = 0;
      for (;;) {
        this.left = keys[a[bt]!]!;
        this.right = keys[t[i]!]!;
        if (yield) {
          a[to++] = a[bt++]!;
          bcount++;
          acount = 0;
          if (--nb === 0) break merging;
          if (bcount >= least) break;
        } else {
          a[to++] = t[i++]!;
          acount++;
          bcount = 0;
          if (--na === 1) break merging;
          if (acount >= least) break;
        }
      }
      least++;
      do {
        if (least > 1) least--;
        this.minGallop = least;
        acount = yield* this.gallopRight(keys[a[bt]!]!, t, i, na, 0);
        for (let k = 0; k < acount; k++) a[to++] = t[i++]!;
        na -= acount;
        if (acount > 0 && na <= 1) break merging;
        a[to++] = a[bt++]!;
        if (--nb === 0) break merging;
        bcount = yield* this.gallopLeft(keys[t[i]!]!, a, bt, nb, 0);
        for (let k = 0; k < bcount; k++) a[to++] = a[bt++]!;
        nb -= bcount;
        if (nb === 0) break merging;
        a[to++] = t[i++]!;
        if (--na === 1) break merging;
      } while (acount >= MIN_GALLOP || bcount >= MIN_GALLOP);
      this.minGallop = ++least;
    }
    if (nb > 0 && na === 1) {
      // The last of the left run belongs behind all that is left.
      for (let k = 0; k < nb; k++) a[to++] = a[bt++]!;
      a[to] = t[i]!;
    } else for (let k = 0; k < na; k++) a[to++] = t[i++]!;
  }

  /** The right run is the shorter one: it is copied, and filled from the right. */
  private *mergeHigh(at: number, na: number, bt: number, nb: number): Asking<void> {
    const { order: a, keys } = this;
    const t = a.slice(bt, bt + nb);
    let to = bt + nb - 1;
    let j = nb - 1;
    let i = at + na - 1;
    a[to--] = a[i--]!;
    na--;
    let least = this.minGallop;
    merging: while (na > 0 && nb > 1) {
      let acount = 0;
      let bcount = 0;
      for (;;) {
        this.left = keys[t[j]!]!;
        this.right = keys[a[i]!]!;
        if (yield) {
          a[to--] = a[i--]!;
          acount++;
          bcount = 0;
          if (--na === 0) break merging;
          if (acount >= least) break;
        } else {
          a[to--] = t[j--]!;
          bcount++;
          acount = 0;
          if (--nb === 1) break merging;
          if (bcount >= least) break;
        }
      }
      least++;
      do {
        if (least > 1) least--;
        this.minGallop = least;
        acount = na - (yield* this.gallopRight(keys[t[j]!]!, a, at, na, na - 1));
        for (let k = 0; k < acount; k++) a[to--] = a[i--]!;
        na -= acount;
        if (na === 0) break merging;
        a[to--] = t[j--]!;
        if (--nb === 1) break merging;
        bcount = nb - (yield* this.gallopLeft(keys[a[i]!]!, t, 0, nb, nb - 1));
        for (let k = 0; k < bcount; k++) a[to--] = t[j--]!;
        nb -= bcount;
        if (bcount > 0 && nb <= 1) break merging;
        a[to--] = a[i--]!;
        if (--na === 0) break merging;
      } while (acount >= MIN_GALLOP || bcount >= MIN_GALLOP);
      this.minGallop = ++least;
    }
    if (na > 0 && nb === 1) {
      // The first of the right run belongs before all that is left.
      for (let k = 0; k < na; k++) a[to--] = a[i--]!;
      a[to] = t[j]!;
    } else for (let k = 0; k < nb; k++) a[to - k] = t[j - k]!;
  }
}

/** Powersort's depth of the boundary between a run of n1 at `s` and the next, of n2, among n. */
function power(s: number, n1: number, n2: number, n: number): number {
  let p = 0;
  let x = 2 * s + n1;
  let y = x + n1 + n2;
  for (;;) {
    p++;
    if (x >= n) {
      x -= n;
      y -= n;
    } else if (y >= n) return p;
    x *= 2;
    y *= 2;
  }
}
