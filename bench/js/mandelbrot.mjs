// Float loop with while.
function main(n) {
  let total = 0;
  for (let py = 0; py < n; py++) {
    const y0 = (py * 2) / n - 1;
    for (let px = 0; px < n; px++) {
      const x0 = (px * 3) / n - 2;
      let x = 0;
      let y = 0;
      let i = 0;
      while (x * x + y * y <= 4 && i < 100) {
        const xt = x * x - y * y + x0;
        y = 2 * x * y + y0;
        x = xt;
        i++;
      }
      total += i;
    }
  }
  return total;
}

const start = performance.now();
console.log(String(main(660)));
console.log((performance.now() - start) / 1000);
