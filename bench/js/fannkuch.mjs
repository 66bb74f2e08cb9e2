// Permutations: array items and slices.
function main(n) {
  const perm1 = Array.from({ length: n }, (_, i) => i);
  const count = new Array(n).fill(0);
  let maxFlips = 0;
  let checksum = 0;
  let permutation = 0;
  let r = n;
  for (;;) {
    for (; r !== 1; r--) count[r - 1] = r;
    const perm = perm1.slice();
    let flips = 0;
    for (let k = perm[0]; k; k = perm[0]) {
      for (let i = 0, j = k; i < j; i++, j--) {
        const t = perm[i];
        perm[i] = perm[j];
        perm[j] = t;
      }
      flips++;
    }
    if (flips > maxFlips) maxFlips = flips;
    checksum += permutation % 2 === 0 ? flips : -flips;
    for (;;) {
      if (r === n) return `(${checksum}, ${maxFlips})`;
      const perm0 = perm1[0];
      for (let i = 0; i < r; i++) perm1[i] = perm1[i + 1];
      perm1[r] = perm0;
      if (--count[r] > 0) break;
      r++;
    }
    permutation++;
  }
}

const start = performance.now();
console.log([1, 2, 3].map(() => main(9)).at(-1));
console.log((performance.now() - start) / 1000);
