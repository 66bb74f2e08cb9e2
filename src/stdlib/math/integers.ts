/** Whole-number functions of math: isqrt, factorial, comb, perm. */
import { work } from '../../objects/work.js';
import type { VM } from '../../objects/object.js';
import { bitLength, intMul, intSub, norm, type Int } from '../../objects/int.js';

/** Integer square root of n >= 0. */
export function isqrt(n: Int): Int {
  if (typeof n === 'number') {
    let r = Math.floor(Math.sqrt(n));
    while (r * r > n) r--;
    while ((r + 1) * (r + 1) <= n) r++;
    return r;
  }
  const words = bitLength(n) / 64;
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    work(words * words);
    const y = (x + n / x) >> 1n;
    if (y >= x) return norm(x);
    x = y;
  }
}

/** Product of lo..hi by halves: big factors meet big factors. */
function range(vm: VM, lo: number, hi: number): Int {
  if (hi - lo < 12) {
    let r: Int = lo;
    for (let i = lo + 1; i <= hi; i++) r = intMul(vm, r, i);
    return r;
  }
  const mid = Math.floor((lo + hi) / 2);
  return intMul(vm, range(vm, lo, mid), range(vm, mid + 1, hi));
}

export function factorial(vm: VM, n: number): Int {
  return n < 2 ? 1 : range(vm, 2, n);
}

export function perm(vm: VM, n: Int, k: number): Int {
  if (k === 0) return 1;
  if (typeof n === 'number') return range(vm, n - k + 1, n);
  let r: Int = n;
  for (let i = 1; i < k; i++) r = intMul(vm, r, intSub(n, i));
  return r;
}

export function comb(vm: VM, n: Int, k: number): Int {
  if (k === 0) return 1;
  if (typeof n === 'number' && k <= 60) {
    let r = 1;
    let exact = true;
    for (let i = 1; i <= k; i++) {
      const t = r * (n - k + i);
      if (!Number.isSafeInteger(t)) {
        exact = false;
        break;
      }
      r = t / i;
    }
    if (exact) return r;
  }
  return norm(BigInt(perm(vm, n, k)) / BigInt(factorial(vm, k)));
}
