// Planets: float arithmetic on arrays.
const PI = 3.141592653589793;
const SOLAR_MASS = 4 * PI * PI;
const DAYS = 365.24;

const make = () => [
  [[0, 0, 0], [0, 0, 0], SOLAR_MASS],
  [[4.84143144246472090, -1.16032004402742839, -1.03622044471123109e-1], [1.66007664274403694e-3 * DAYS, 7.69901118419740425e-3 * DAYS, -6.90460016972063023e-5 * DAYS], 9.54791938424326609e-4 * SOLAR_MASS],
  [[8.34336671824457987, 4.12479856412430479, -4.03523417114321381e-1], [-2.76742510726411899e-3 * DAYS, 4.99852801234917238e-3 * DAYS, 2.30417297573763929e-5 * DAYS], 2.85885980666130812e-4 * SOLAR_MASS],
  [[1.28943695621391310e1, -1.51111514016986312e1, -2.23307578892655734e-1], [2.96460137564761618e-3 * DAYS, 2.37847173959480950e-3 * DAYS, -2.96589568540237556e-5 * DAYS], 4.36624404335156298e-5 * SOLAR_MASS],
  [[1.53796971148509165e1, -2.59193146099879641e1, 1.79258772950371181e-1], [2.68067772490389322e-3 * DAYS, 1.62824170038242295e-3 * DAYS, -9.51592254519715870e-5 * DAYS], 5.15138902046611451e-5 * SOLAR_MASS],
];

function advance(dt, n, pairs, bodies) {
  for (let i = 0; i < n; i++) {
    for (const [[p, v1, m1], [q, v2, m2]] of pairs) {
      const dx = p[0] - q[0];
      const dy = p[1] - q[1];
      const dz = p[2] - q[2];
      const mag = dt * (dx * dx + dy * dy + dz * dz) ** -1.5;
      const b1m = m1 * mag;
      const b2m = m2 * mag;
      v1[0] -= dx * b2m;
      v1[1] -= dy * b2m;
      v1[2] -= dz * b2m;
      v2[0] += dx * b1m;
      v2[1] += dy * b1m;
      v2[2] += dz * b1m;
    }
    for (const [r, v] of bodies) for (let k = 0; k < 3; k++) r[k] += dt * v[k];
  }
}

function energy(pairs, bodies) {
  let e = 0;
  for (const [[p, , m1], [q, , m2]] of pairs) e -= (m1 * m2) / Math.sqrt((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2);
  for (const [, [vx, vy, vz], m] of bodies) e += (m * (vx * vx + vy * vy + vz * vz)) / 2;
  return e;
}

function main(n) {
  const bodies = make();
  const pairs = bodies.flatMap((a, i) => bodies.slice(i + 1).map((b) => [a, b]));
  const momentum = [0, 0, 0];
  for (const [, v, m] of bodies) for (let k = 0; k < 3; k++) momentum[k] -= v[k] * m;
  for (let k = 0; k < 3; k++) bodies[0][1][k] = momentum[k] / SOLAR_MASS;
  const before = energy(pairs, bodies);
  advance(0.01, n, pairs, bodies);
  return `${before.toFixed(9)} ${energy(pairs, bodies).toFixed(9)}`;
}

const start = performance.now();
console.log(main(360000));
console.log((performance.now() - start) / 1000);
