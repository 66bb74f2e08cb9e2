// Recursive calls.
function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

const start = performance.now();
console.log(String(fib(35)));
console.log((performance.now() - start) / 1000);
