// Chained generators, next(value), and yield* from ten deep.
function* averager() {
  let total = 0;
  let count = 0;
  let avg = null;
  for (;;) {
    total += yield avg;
    count++;
    avg = Math.floor(total / count);
  }
}

function* numbers(n) {
  for (let i = 0; i < n; i++) yield i;
}

function* doubled(it) {
  for (const x of it) yield x * 2;
}

function* oddThirds(it) {
  for (const x of it) if (x % 3) yield x + 1;
}

function* leaf(n) {
  for (let i = 0; i < n; i++) yield i;
  return n;
}

function* deep(k, n) {
  return 1 + (k === 0 ? yield* leaf(n) : yield* deep(k - 1, n));
}

function main(n) {
  let total = 0;
  for (const x of oddThirds(doubled(numbers(n)))) total += x;
  const a = averager();
  a.next();
  let last;
  for (let i = 0; i < n; i++) last = a.next(i).value;
  for (const x of deep(10, n * 2)) total += x;
  return `(${total}, ${last})`;
}

const start = performance.now();
console.log(main(1800000));
console.log((performance.now() - start) / 1000);
