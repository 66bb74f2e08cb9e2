// Recursive generators: n queens.
function* queens(n, row, cols, diag1, diag2) {
  if (row === n) {
    yield [];
    return;
  }
  for (let c = 0; c < n; c++) {
    const a = row + c;
    const b = row - c + n;
    if (cols[c] || diag1[a] || diag2[b]) continue;
    cols[c] = diag1[a] = diag2[b] = true;
    for (const rest of queens(n, row + 1, cols, diag1, diag2)) yield [c, ...rest];
    cols[c] = diag1[a] = diag2[b] = false;
  }
}

function main(n) {
  let count = 0;
  let total = 0;
  const falses = (k) => new Array(k).fill(false);
  for (let i = 0; i < 2; i++) {
    for (const q of queens(n, 0, falses(n), falses(2 * n), falses(2 * n + 1))) {
      count++;
      total += q[0];
    }
  }
  return `(${count}, ${total})`;
}

const start = performance.now();
console.log(main(12));
console.log((performance.now() - start) / 1000);
