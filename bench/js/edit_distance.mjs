// Levenshtein distance, longest common subsequence, knapsack: tables.
function levenshtein(a, b) {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      current.push(Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost));
    }
    previous = current;
  }
  return previous.at(-1);
}

function lcs(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) table[i + 1][j + 1] = a[i] === b[j] ? table[i][j] + 1 : Math.max(table[i][j + 1], table[i + 1][j]);
  }
  const out = [];
  let i = a.length;
  let j = b.length;
  while (i && j) {
    if (a[i - 1] === b[j - 1]) {
      out.push(a[--i]);
      j--;
    } else if (table[i - 1][j] >= table[i][j - 1]) i--;
    else j--;
  }
  return out.reverse().join('');
}

function knapsack(weights, values, room) {
  const best = new Array(room + 1).fill(0);
  weights.forEach((w, k) => {
    for (let r = room; r >= w; r--) best[r] = Math.max(best[r], best[r - w] + values[k]);
  });
  return best[room];
}

function main(n) {
  let x = 99n;
  const letters = [];
  for (let i = 0; i < 2 * n; i++) {
    x = (x * 1103515245n + 12345n) & 0x7fffffffn;
    letters.push('acgt'[Number((x >> 16n) & 3n)]);
  }
  const a = letters.slice(0, n).join('');
  const b = letters.slice(n).join('');
  const common = lcs(a, b);
  const weights = Array.from({ length: 60 }, (_, i) => 3 + ((i * 7) % 40));
  const values = Array.from({ length: 60 }, (_, i) => 10 + ((i * 13) % 57));
  return `(${levenshtein(a, b)}, ${common.length}, '${common.slice(0, 12)}', ${knapsack(weights, values, n * 20)})`;
}

const start = performance.now();
console.log(main(1650));
console.log((performance.now() - start) / 1000);
