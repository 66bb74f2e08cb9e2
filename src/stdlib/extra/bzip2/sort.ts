/** The Burrows-Wheeler transform's sorting: all rotations of a block, by doubling of what is compared. */

/** Positions of the rotations of `block[0..n)` in order. Of equal rotations (a block that repeats) the later one stands first, as libbzip2 has it. */
export function sortRotations(block: Uint8Array, n: number): Int32Array {
  let order = new Int32Array(n);
  let rank = new Int32Array(n);
  let next = new Int32Array(n);
  let nextRank = new Int32Array(n);
  // By two bytes at first.
  const count = new Int32Array(Math.max(65537, n + 1));
  for (let i = 0; i < n; i++) count[((block[i]! << 8) | block[i + 1 < n ? i + 1 : 0]!) + 1]!++;
  for (let i = 0; i < 65536; i++) count[i + 1]! += count[i]!;
  const starts = count.slice(0, 65537);
  for (let i = 0; i < n; i++) {
    const k = (block[i]! << 8) | block[i + 1 < n ? i + 1 : 0]!;
    order[count[k]!++] = i;
  }
  let groups = 0;
  for (let k = 0; k < 65536; k++) {
    const from = starts[k]!;
    const to = starts[k + 1]!;
    if (to === from) continue;
    for (let p = from; p < to; p++) rank[order[p]!] = from;
    groups++;
  }
  // Ranks are the first place of a group; each round sorts by the pair of ranks `h` apart, which the order already has for the second.
  for (let h = 2; groups < n && h < n * 2; h *= 2) {
    const heads = count;
    for (let p = 0; p < n; p++) heads[p] = p;
    const shift = h % n;
    // Positions in the order of their second halves, put into their groups one after the other.
    for (let p = 0; p < n; p++) {
      let i = order[p]! - shift;
      if (i < 0) i += n;
      next[heads[rank[i]!]!++] = i;
    }
    let head = 0;
    groups = 0;
    let lastFirst = -1;
    let lastSecond = -1;
    for (let p = 0; p < n; p++) {
      const i = next[p]!;
      let j = i + shift;
      if (j >= n) j -= n;
      const first = rank[i]!;
      const second = rank[j]!;
      if (first !== lastFirst || second !== lastSecond) {
        head = p;
        groups++;
        lastFirst = first;
        lastSecond = second;
      }
      nextRank[i] = head;
    }
    [order, next] = [next, order];
    [rank, nextRank] = [nextRank, rank];
  }
  if (groups < n) {
    for (let from = 0; from < n; ) {
      let to = from + 1;
      while (to < n && rank[order[to]!] === rank[order[from]!]) to++;
      order.subarray(from, to).sort().reverse();
      from = to;
    }
  }
  return order;
}
