// Small instances made and dropped.
class Node {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }

  check() {
    return this.left === null ? 1 : 1 + this.left.check() + this.right.check();
  }
}

const make = (depth) => (depth === 0 ? new Node(null, null) : new Node(make(depth - 1), make(depth - 1)));

function main(n) {
  const out = [];
  const keep = make(n);
  for (let depth = 4; depth <= n; depth += 4) {
    const count = 1 << (n - depth + 2);
    let total = 0;
    for (let i = 0; i < count; i++) total += make(depth).check();
    out.push(`(${count}, ${depth}, ${total})`);
  }
  out.push(keep.check());
  return `[${out.join(', ')}]`;
}

const start = performance.now();
console.log(main(16));
console.log((performance.now() - start) / 1000);
