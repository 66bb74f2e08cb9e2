/**
 * Tier 1: the JavaScript source of one code object. See writer.ts for where values live, layout.ts for control
 * flow, instructions.ts for what each instruction becomes. Only numbers, templates and names made here appear in
 * the text: guest names and constants come in through arrays.
 *
 * The function answers with a `Done` (code.ts), or with `vm.left` when a nested call was left.
 */
import { Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import { Block } from '../objects/frame.js';
import type { PyValue } from '../objects/object.js';
import { analyse, joins, type Analysis } from './analyse.js';
import type { Feedback } from './feedback.js';
import { Instructions } from './instructions.js';
import { regions, type Region } from './layout.js';
import { Quick } from '../vm/quick.js';
import { staysHere } from './leaf.js';
import { infer, Type, type State } from './types.js';
import { Writer } from './writer.js';

/** What profilers and stack traces of the host call the function. */
const nameInProfiles = (code: PyCode): string => `py_${code.co.name.replace(/[^A-Za-z0-9_]/g, '_')}`;

/** Code with more instructions than this is left to tier 0: V8 would not optimise the function. */
const MAX_INSTRUCTIONS = 2000;

interface Segment {
  readonly start: number;
  /** Offsets of its instructions. */
  readonly at: readonly number[];
}

/** The source, and what it was made from; null when tier 0 has to do it. */
export function emit(code: PyCode, extra: ReadonlySet<number>, fb: Feedback): { text: string; analysis: Analysis; constants: readonly PyValue[]; cold: ReadonlySet<number> } | null {
  const known = analyse(code, extra);
  if (known === null) return null;
  const a: Analysis = known;
  const { places, leaders, entries } = a;
  const reached = a.order.filter((pc) => places[pc]!.depth >= 0);
  if (reached.length > MAX_INSTRUCTIONS) return null;
  fb.stays.clear();
  for (const pc of reached) {
    const p = places[pc]!;
    if ((p.op === Op.CALL_FUNCTION || p.op === Quick.CALL_METHOD) && staysHere(p, pc, fb)) fb.stays.add(pc);
  }
  const states = infer(code, a, fb);

  const segments: Segment[] = [];
  const segmentOf = new Map<number, number>();
  let open: number[] | null = null;
  for (const pc of reached) {
    if (states.has(pc)) {
      open = [];
      segments.push({ start: pc, at: open });
    } else if (leaders.has(pc) || open === null || places[open.at(-1)!]!.next !== pc || a.ends(places[open.at(-1)!]!)) {
      // Nothing comes here.
      open = null;
      continue;
    }
    open.push(pc);
    segmentOf.set(pc, segments.length - 1);
  }
  const indexOf = new Map(segments.map((s, i) => [s.start, i]));
  const jumps: [number, number][] = [];
  segments.forEach((s, i) => {
    for (const pc of s.at) {
      const to = a.jumpOf(places[pc]!);
      if (to !== undefined && indexOf.has(to) && joins(a, pc, to)) jumps.push([i, indexOf.get(to)!]);
    }
  });
  const nest = regions(segments.length, jumps);
  if (nest === null) return null;

  const stored = new Set<number>();
  const used = new Set<number>();
  let handlerDepth = 0;
  let hasBlocks = false;
  for (const pc of reached) {
    const p = places[pc]!;
    if (p.op === Op.STORE_FAST || p.op === Op.DELETE_FAST) stored.add(p.arg);
    if (p.op === Op.STORE_FAST || p.op === Op.LOAD_FAST || p.op === Op.DELETE_FAST) used.add(p.arg);
    if (p.blocks.length > 0) hasBlocks = true;
    for (const b of p.blocks) if (b.type !== Block.LOOP) handlerDepth = Math.max(handlerDepth, b.level + (b.type === Block.EXCEPT_HANDLER ? 3 : 0));
  }
  const w = new Writer(code, stored, used, fb);
  w.handlerDepth = handlerDepth;

  const entryOrder = segments.filter((s) => entries.has(s.start) && (s.start === 0 || !fb.cold(s.start))).map((s) => s.start);
  const number = new Map(entryOrder.map((pc, i) => [pc, i]));
  const ins = new Instructions(w, a, states, fb, (from, target) => jumpText(from, target), hasBlocks);
  const labels: Region[] = [];

  function jumpText(from: number, target: number): string | null {
    const i = indexOf.get(target);
    if (i === undefined || !joins(a, from, target)) return null;
    const back = i <= segmentOf.get(from)!;
    const r = labels.find((x) => x.target === i && x.loop === back);
    if (r === undefined) return null;
    return back ? `continue L${target};` : `break F${target};`;
  }

  // Text of the segments from `from` to `to`, with the regions in them.
  let nextRegion = 0;
  const hasEntry = (from: number, to: number): number[] => {
    const out: number[] = [];
    for (let i = from; i < to; i++) {
      const n = number.get(segments[i]!.start);
      if (n !== undefined) out.push(n);
    }
    return out;
  };
  function body(from: number, to: number): string {
    const items: { text: string; entries: number[]; first: number | undefined }[] = [];
    for (let i = from; i < to; ) {
      const r = nest![nextRegion];
      if (r !== undefined && r.start === i && r.end <= to) {
        nextRegion++;
        labels.push(r);
        const start = segments[r.target]!.start;
        const text = body(r.start, r.end);
        labels.pop();
        const open = r.loop ? `L${start}:for(;;){` : `F${start}:{`;
        items.push({ text: `${open}${text}}`, entries: hasEntry(r.start, r.end), first: undefined });
        i = r.end;
      } else {
        items.push({ text: segment(i), entries: hasEntry(i, i + 1), first: number.get(segments[i]!.start) });
        i++;
      }
    }
    // What comes before an entry is passed over while it is being looked for.
    let last = -1;
    items.forEach((it, k) => {
      if (it.entries.length > 0) last = k;
    });
    return items
      .map((it, k) => {
        const found = it.first === undefined ? '' : 'e=0;';
        if (k >= last) return found + it.text;
        if (it.entries.length === 0 || (it.first === 0 && it.entries.length === 1)) return `if(e===0){${it.text}}`;
        return `if(e===0||e>=${it.entries[0]!}&&e<=${it.entries.at(-1)!}){${found}${it.text}}`;
      })
      .join('\n');
  }
  function segment(i: number): string {
    const s = segments[i]!;
    w.start(states.get(s.start)!);
    w.out.length = 0;
    if (fb.cold(s.start)) return w.leave(s.start, `fresh(f,${s.start})`);
    if (fb.pending > 0) w.write(`F.reached[${s.start}]=1;`);
    let goesOn = true;
    for (let k = 0; k < s.at.length; ) {
      const pc = s.at[k]!;
      const done = ins.chain(pc);
      if (done === 0) ins.one(pc, places[pc]!);
      goesOn = !a.ends(places[pc]!);
      k += Math.max(1, done);
    }
    if (goesOn) {
      // Into the next segment, or to where the text does not go on.
      const to = places[s.at.at(-1)!]!.next;
      const follow = segments[i + 1];
      const target = states.get(to);
      if (follow !== undefined && follow.start === to && target !== undefined && target.stack.length === w.depth) {
        w.write(w.moves(target));
        const loop = labels.find((r) => r.loop && r.end === i + 1);
        if (loop !== undefined) w.write(`break L${segments[loop.target]!.start};`);
      } else w.write(w.leave(to, '1'));
    }
    return w.out.join('\n');
  }

  const text = body(0, segments.length);
  const enter = entryOrder.map((pc, i) => `case ${pc}:${entryText(w, states.get(pc)!, used)}e=${i};break;`).join('');
  const raise = w.raiseText();
  const vars: string[] = [];
  for (const i of used) vars.push(`l${i}=st[${i}]`);
  for (const v of w.variables) if (!/^l\d/.test(v)) vars.push(/^((m|y|n|x|b|u|qm|qy)\d|h$)/.test(v) ? `${v}=0` : v);
  const entryTable = entryOrder.map((pc) => `entry[${pc}]=${code.nfixed + states.get(pc)!.stack.length};`).join('');
  const caches = [...[...ins.caches].map((pc) => `c${pc}=C[${pc}]`), ...ins.constants.map((_, i) => `k${i}=X[${i}]`)].join(',');
  return {
    analysis: a,
    constants: ins.constants,
    cold: new Set([...entries].filter((pc) => !number.has(pc))),
    text:
      `"use strict";const {${Instructions.names}}=R;const {${Instructions.opNames}}=R.ops;` +
      `const isInt=Number.isSafeInteger,TL=R.tList(),TT=R.tTuple()${caches === '' ? '' : `,${caches}`};` +
      `const entry=new Int32Array(${code.co.code.length + 1}).fill(-1);${entryTable}` +
      `const run=(function ${nameInProfiles(code)}(vm,f,jd){const st=f.st,G=f.globals;${ins.sinks ? 'const B=f.back,S=B!==null&&!B.isPython&&B.row===SINK?B.b:null;' : ''}${hasBlocks ? 'f.virtual=true;' : ''}let e=0,q=0,${ins.sinks ? 'y=0,' : ''}r,t,a,b,z${vars.map((v) => `,${v}`).join('')};` +
      `${fb.pending > 0 ? 'if((F.pending-=10)<0)return seen(f);' : ''}switch(f.pc){${enter}default:return 1;}` +
      `try{Q:{Y:{${text}\nreturn 1;}q=-1;}${w.exitText()}}catch(x){z=x;}${raise}return z===undefined?2:thrown(vm,z,f);});` +
      `return {run,entry,size:${240 + 8 * (vars.length + 12)}};`,
  };
}

/** Loads what the state at an entry has in variables, and checks the types it counts on. */
function entryText(w: Writer, s: State, used: ReadonlySet<number>): string {
  let t = '';
  for (const i of used) {
    const type = s.locals[i]!;
    const name = w.variable(Writer.localName(type, i));
    switch (type) {
      case Type.INT:
        t += `if(typeof l${i}!=='number')return bad(f);${name}=+l${i};`;
        break;
      case Type.FLOAT:
        t += `if(!(l${i} instanceof PyFloat))return bad(f);${name}=l${i}.v;`;
        break;
      case Type.MAYBE_INT:
        t += `if(l${i}===undefined)${w.variable(`b${i}`)}=0;else{if(typeof l${i}!=='number')return bad(f);${name}=+l${i};b${i}=1;}`;
        break;
      case Type.MAYBE_FLOAT:
        t += `if(l${i}===undefined)${w.variable(`b${i}`)}=0;else{if(!(l${i} instanceof PyFloat))return bad(f);${name}=l${i}.v;b${i}=1;}`;
        break;
      case Type.BOOL:
        t += `if(typeof l${i}!=='boolean')return bad(f);`;
        break;
      case Type.UNBOUND:
        t += `if(l${i}!==undefined)return bad(f);`;
        break;
      default:
    }
  }
  s.stack.forEach((type, k) => {
    const at = `st[${w.nf + k}]`;
    const name = w.variable(Writer.stackName(type, k));
    if (type === Type.INT) t += `if(typeof ${at}!=='number')return bad(f);${name}=+${at};`;
    else if (type === Type.FLOAT) t += `t=${at};if(!(t instanceof PyFloat))return bad(f);${name}=t.v;`;
    else if (type === Type.BOOL) t += `${name}=${at};if(typeof ${name}!=='boolean')return bad(f);`;
    else t += `${name}=${at};`;
  });
  return t;
}
