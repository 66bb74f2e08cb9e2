import { describe, expect, it } from 'vitest';
import { ENTERED, Exits, LEAVES } from '../../../src/jit/exits.js';

type Frame = { st: unknown[]; pc: number; special: boolean; captured: boolean };

/** A function made of `text` around `exits`, with `l0`, `n1` and `r`, as emit.ts puts it together. */
function made(exits: Exits, text: string, enter: string | null = null): { run: (vm: object, f: Frame) => number; leave: (vm: object) => number; enter: (f: Frame) => number; text: string } {
  const out = exits.finish(text, 2, enter, { returned: 'return 3;', hasBlocks: false });
  const source = `${out.leave}const run=(vm,f)=>{const st=f.st;let q=0,r,l0=st[0],n1=0,p0=false;${out.entered}${out.text}};return {run,leave,enter};`;
  return { ...(new Function('ret', source)((_vm: object, f: Frame, v: unknown) => ((f.st[9] = v), 5)) as ReturnType<typeof made>), text: out.text };
}
const frame = (...st: unknown[]): Frame => ({ st, pc: 0, special: false, captured: false });

describe('ways out of compiled code', () => {
  it('write the frame back after the function was left', () => {
    const exits = new Exits();
    const { run, leave, text } = made(exits, `n1=7;l0='new';${exits.add('st[1]=n1;', 'st[0]=l0;f.pc=12;return 1;')}`);
    expect(text).not.toMatch(/st\[\d\]=|f\.pc/);
    const f = frame('old');
    expect(run({}, f)).toBe(LEAVES + 2);
    expect(f.st).toEqual(['old']);
    expect(leave({})).toBe(1);
    expect(f).toMatchObject({ st: ['new', 7], pc: 12 });
  });

  it('copy what several have in common in one place, and keep apart what they do', () => {
    const exits = new Exits();
    const first = exits.add('st[1]=n1;', 'return 0;');
    const { run, leave, text } = made(exits, `n1=1;if(l0)${first}n1=2;if(l0===false)${first}${exits.add('st[1]=n1;', 'return 1;')}`);
    expect(text.match(/\$n1=n1/g)).toHaveLength(1);
    for (const [value, done, n] of [[true, 0, 1], [false, 0, 2], [null, 1, 2]]) {
      const f = frame(value);
      run({}, f);
      expect([leave({}), f.st[1]]).toEqual([done, n]);
    }
  });

  it('return in one place, where a frame that others know of is written back', () => {
    const exits = new Exits();
    const one = exits.addReturn('st[0]=l0;', 'return ret(vm,f,r,4);');
    const { run, leave } = made(exits, `l0=2;r=10;${one}`);
    expect(run({}, frame(1))).toBe(3);
    const known = { ...frame(1), captured: true };
    expect(run({}, known)).toBe(LEAVES + 2);
    expect(leave({})).toBe(5);
    expect(known.st).toMatchObject({ 0: 2, 9: 10 });
  });

  it('a frame comes in with its values, and passes over what stands before', () => {
    const exits = new Exits();
    const way = exits.add('st[1]=n1;', 'return 1;');
    const { run, leave, enter } = made(exits, `if(!p0){n1=100;}p0=false;n1=n1+1;${way}`, `case 8:if(typeof l0!=='number')return 6;n1=+l0;p0=true;break;`);
    const f = { ...frame(41), pc: 8 };
    expect(enter(f)).toBe(ENTERED);
    run({}, f);
    leave({});
    expect(f.st[1]).toBe(42);
    // The next frame begins at its beginning.
    const g = frame(5);
    run({}, g);
    leave({});
    expect(g.st[1]).toBe(101);
    expect(enter({ ...frame('x'), pc: 8 })).toBe(6);
    expect(enter({ ...frame(1), pc: 9 })).toBe(1);
  });
});
