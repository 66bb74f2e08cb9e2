// Arrays of booleans; a product of matrices of small ints.
function sieve(n) {
  const flags = new Array(n + 1).fill(true);
  flags[0] = flags[1] = false;
  for (let i = 2; i * i <= n; i++) if (flags[i]) for (let j = i * i; j <= n; j += i) flags[j] = false;
  const out = [];
  for (let i = 0; i <= n; i++) if (flags[i]) out.push(i);
  return out;
}

function matmul(a, b) {
  const n = a.length;
  const out = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let j = 0; j < n; j++) {
      let s = 0;
      for (let k = 0; k < n; k++) s += a[i][k] * b[k][j];
      row.push(s);
    }
    out.push(row);
  }
  return out;
}

function main(n) {
  const p = sieve(n);
  const m = Array.from({ length: 90 }, (_, i) => Array.from({ length: 90 }, (_, j) => (i * j) % 7));
  const total = matmul(m, m).flat().reduce((a, x) => a + x, 0);
  return `(${p.length}, ${p.at(-1)}, ${total})`;
}

const start = performance.now();
console.log(main(14000000));
console.log((performance.now() - start) / 1000);
