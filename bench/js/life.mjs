// The game of life twice: arrays of arrays, and a set of cells (keys are numbers: JavaScript has no tuples).
function stepGrid(grid) {
  const h = grid.length;
  const w = grid[0].length;
  return grid.map((here, y) => {
    const above = grid[(y + h - 1) % h];
    const below = grid[(y + 1) % h];
    const row = [];
    for (let x = 0; x < w; x++) {
      const left = (x + w - 1) % w;
      const right = (x + 1) % w;
      const n = above[left] + above[x] + above[right] + here[left] + here[right] + below[left] + below[x] + below[right];
      row.push(n === 3 || (n === 2 && here[x]) ? 1 : 0);
    }
    return row;
  });
}

const cell = (x, y) => (x + 32768) * 65536 + y + 32768;
const show = (c) => `(${Math.floor(c / 65536) - 32768}, ${(c % 65536) - 32768})`;

function stepSet(cells) {
  const counts = new Map();
  for (const c of cells) {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        if (dx === 0 && dy === 0) continue;
        const key = c + dx * 65536 + dy;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  const out = new Set();
  for (const [c, n] of counts) if (n === 3 || (n === 2 && cells.has(c))) out.add(c);
  return out;
}

function main(n) {
  let x = 7n;
  let grid = Array.from({ length: 64 }, () =>
    Array.from({ length: 64 }, () => {
      x = (x * 1103515245n + 12345n) & 0x7fffffffn;
      return ((x >> 16n) & 3n) === 0n ? 1 : 0;
    }),
  );
  for (let i = 0; i < n; i++) grid = stepGrid(grid);
  let cells = new Set([cell(1, 0), cell(2, 1), cell(0, 2), cell(1, 2), cell(2, 2)]);
  for (let i = 0; i < 80; i += 8) for (const c of [cell(i, 10), cell(i + 1, 10), cell(i + 2, 10), cell(i + 1, 11)]) cells.add(c);
  for (let i = 0; i < n; i++) cells = stepSet(cells);
  const sorted = [...cells].sort((a, b) => a - b);
  return `(${grid.flat().reduce((a, b) => a + b, 0)}, ${cells.size}, ${show(sorted[0])}, ${show(sorted.at(-1))})`;
}

const start = performance.now();
console.log(main(1500));
console.log((performance.now() - start) / 1000);
