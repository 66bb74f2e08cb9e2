// Float arithmetic in small functions.
function evalA(i, j) {
  const ij = i + j;
  return 1 / (Math.floor((ij * (ij + 1)) / 2) + i + 1);
}

function times(u, transposed) {
  const result = [];
  for (let i = 0; i < u.length; i++) {
    let s = 0;
    for (let j = 0; j < u.length; j++) s += (transposed ? evalA(j, i) : evalA(i, j)) * u[j];
    result.push(s);
  }
  return result;
}

const ata = (u) => times(times(u, false), true);

function main(n) {
  let u = new Array(n).fill(1);
  let v;
  for (let i = 0; i < 10; i++) {
    v = ata(u);
    u = ata(v);
  }
  let vbv = 0;
  let vv = 0;
  for (let i = 0; i < n; i++) {
    vbv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return Math.sqrt(vbv / vv).toFixed(9);
}

const start = performance.now();
console.log(main(480));
console.log((performance.now() - start) / 1000);
