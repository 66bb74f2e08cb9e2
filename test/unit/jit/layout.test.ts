import { describe, expect, test } from 'vitest';
import '../../../src/objects/boot.js';
import { regions } from '../../../src/jit/layout.js';
import { join, Type } from '../../../src/jit/types.js';

const show = (r: ReturnType<typeof regions>): string[] | null => r && r.map((x) => `${x.loop ? 'loop' : 'block'} ${x.start}-${x.end} -> ${x.target}`);

describe('regions', () => {
  test('an if with an else', () => {
    expect(show(regions(4, [[0, 2], [1, 3]]))).toEqual(['block 0-3 -> 3', 'block 0-2 -> 2']);
  });
  test('a loop left from its middle: the block is around it', () => {
    expect(show(regions(4, [[1, 3], [2, 1]]))).toEqual(['block 1-3 -> 3', 'loop 1-3 -> 1']);
  });
  test('a block inside a loop does not end with it', () => {
    expect(show(regions(4, [[2, 3], [2, 1]]))).toEqual(['block 1-3 -> 3', 'loop 1-3 -> 1']);
  });
  test('nested loops that end together', () => {
    expect(show(regions(4, [[2, 2], [2, 1], [1, 3]]))).toEqual(['block 1-3 -> 3', 'loop 1-3 -> 1', 'loop 2-3 -> 2']);
  });
  test('a loop entered in its middle is refused', () => {
    expect(regions(4, [[0, 2], [3, 1]])).toBeNull();
  });
});

describe('join of types', () => {
  const all = [Type.UNBOUND, Type.MAYBE, Type.OBJECT, Type.BOOL, Type.INT, Type.FLOAT, Type.MAYBE_INT, Type.MAYBE_FLOAT];
  test('is commutative, idempotent, and goes up only', () => {
    for (const a of all) {
      expect(join(a, a)).toBe(a);
      for (const b of all) {
        const t = join(a, b);
        expect(join(b, a)).toBe(t);
        expect(join(t, a)).toBe(t);
        expect(join(t, b)).toBe(t);
      }
    }
  });
  test('is associative', () => {
    for (const a of all) for (const b of all) for (const c of all) expect(join(join(a, b), c)).toBe(join(a, join(b, c)));
  });
  test('what may be unbound stays so', () => {
    for (const a of all) expect([Type.UNBOUND, Type.MAYBE, Type.MAYBE_INT, Type.MAYBE_FLOAT]).toContain(join(a, Type.UNBOUND));
  });
});
