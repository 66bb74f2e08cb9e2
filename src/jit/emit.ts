/**
 * Tier 1: the JavaScript source of one code object. See writer.ts for where values live, layout.ts for control
 * flow, instructions.ts for what each instruction becomes. Only numbers, templates and names made here appear in
 * the text: guest names and constants come in through arrays.
 *
 * The function answers with a `Done` (code.ts), or with what `exits.ts` makes of one.
 */
import { Op } from '../bytecode/opcodes.js';
import type { PyCode } from '../objects/code.js';
import { Block } from '../objects/frame.js';
import type { PyValue } from '../objects/object.js';
import { analyse, catcher, joins, raisesAgain, type Analysis, type Place } from './analyse.js';
import { pairOf } from './code.js';
import type { CopyNumbers } from './copies.js';
import { initial } from './exits.js';
import type { Feedback } from './feedback.js';
import { Instructions } from './instructions.js';
import { regions, type Region } from './layout.js';
import { Quick } from '../vm/quick.js';
import { staysHere } from './leaf.js';
import { infer, Type, type State } from './types.js';
import { Writer, type Landing } from './writer.js';

/** What profilers and stack traces of the host call the function. */
const nameInProfiles = (code: PyCode): string => `py_${code.co.name.replace(/[^A-Za-z0-9_]/g, '_')}`;

/** Code with more instructions than this is left to tier 0: V8 would not optimise the function. */
const MAX_INSTRUCTIONS = 2000;

/** `start` of landings. */
const NO_ID = -3;

interface Segment {
  readonly start: number;
  /** Ids of its instructions. */
  readonly at: readonly number[];
  /** It is what stands before a handler, where exceptions come to it inside the function. */
  readonly landing: Landing | null;
}

/** The source, and what it was made from; null when tier 0 has to do it. */
export function emit(code: PyCode, extra: ReadonlySet<number>, fb: Feedback, copies: CopyNumbers, version: number): { text: string; analysis: Analysis; constants: readonly PyValue[]; cold: ReadonlySet<number> } | null {
  let known = analyse(code, extra, copies);
  if (known !== null && known.order.length > MAX_INSTRUCTIONS) known = analyse(code, extra, null);
  if (known === null || known.order.length > MAX_INSTRUCTIONS) return null;
  const a: Analysis = known;
  const { places, leaders, entries, size } = a;
  const reached = a.order;
  const bases = new Set(reached.map((id) => places[id]!.base));
  fb.reserve(Math.max(...bases) + size);
  fb.stays.clear();
  for (const pc of reached) {
    const p = places[pc]!;
    if ((p.op === Op.CALL_FUNCTION || p.op === Quick.CALL_METHOD) && staysHere(p, p.pc, fb)) fb.stays.add(p.pc);
  }
  const states = infer(code, a, fb);

  const segments: Segment[] = [];
  /** The id behind an instruction. */
  const behind = (id: number): number => places[id]!.next + places[id]!.base;
  const segmentOf = new Map<number, number>();
  const landings = new Map<number, number>();
  let open: number[] | null = null;
  for (const pc of reached) {
    if (states.has(pc)) {
      if (a.outside.has(pc) && !fb.cold(pc)) {
        landings.set(pc, segments.length);
        segments.push({ start: NO_ID, at: [], landing: { base: places[pc]!.base, state: states.get(pc)!, jump: null, groups: new Map() } });
      }
      open = [];
      segments.push({ start: pc, at: open, landing: null });
    } else if (leaders.has(pc) || open === null || behind(open.at(-1)!) !== pc || a.ends(places[open.at(-1)!]!)) {
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
    if (fb.cold(s.start) && s.landing === null) return;
    for (const pc of s.at) {
      const p = places[pc]!;
      const to = a.jumpOf(p);
      if (to !== undefined && indexOf.has(to) && joins(a, pc, to)) jumps.push([i, indexOf.get(to)!]);
      for (const x of p.exits) if (indexOf.has(x.to)) jumps.push([i, indexOf.get(x.to)!]);
      const landing = landings.get(catcher(p));
      if (landing !== undefined && landing > i) jumps.push([i, landing]);
    }
    const last = s.at.at(-1);
    const next = last === undefined || a.ends(places[last]!) ? undefined : indexOf.get(behind(last));
    if (next !== undefined && next !== i + 1) jumps.push([i, next]);
  });
  const nest = regions(segments.length, jumps);
  if (nest === null) return null;

  const stored = new Set<number>();
  const used = new Set<number>();
  let handlerDepth = 0;
  let hasBlocks = false;
  let again = false;
  for (const pc of reached) {
    const p = places[pc]!;
    if (p.op === Op.STORE_FAST || p.op === Op.DELETE_FAST) stored.add(p.arg);
    if (p.op === Op.STORE_FAST || p.op === Op.LOAD_FAST || p.op === Op.DELETE_FAST) used.add(p.arg);
    if (p.blocks.length > 0) hasBlocks = true;
    if (raisesAgain(p) || (p.op === Op.RAISE_VARARGS && p.arg === 0)) again = true;
    for (const b of p.blocks) if (b.type !== Block.LOOP) handlerDepth = Math.max(handlerDepth, b.level + (b.type === Block.EXCEPT_HANDLER ? 3 : 0));
  }
  const w = new Writer(code, stored, used, fb, bases.size > 1);
  w.handlerDepth = handlerDepth;

  const entryOrder = segments.filter((s) => entries.has(s.start) && (s.start === 0 || !fb.cold(s.start))).map((s) => s.start);
  const number = new Map(entryOrder.map((pc, i) => [pc, i]));
  const ins = new Instructions(w, a, states, fb, jumpText);
  const labels: Region[] = [];

  function jumpText(from: number, target: number): string | null {
    const i = indexOf.get(target);
    if (i === undefined || (places[from]!.exits.length === 0 && !joins(a, from, target) && behind(from) !== target)) return null;
    return jumpTo(segmentOf.get(from)!, i);
  }
  function jumpTo(from: number, to: number): string | null {
    const back = to <= from;
    if (!labels.some((x) => x.target === to && x.loop === back)) return null;
    return back ? `continue L${to};` : `break F${to};`;
  }

  // Text of the segments from `from` to `to`, with the regions in them.
  let nextRegion = 0;
  /** Variables by the entries (as text) at which they are true: what comes before those is passed over on the way to them. */
  const skips = new Map<string, { readonly name: string; readonly entries: ReadonlySet<number> }>();
  function skip(entries: readonly number[]): string {
    const key = entries.join();
    let known = skips.get(key);
    if (known === undefined) skips.set(key, (known = { name: w.variable(`p${skips.size}`), entries: new Set(entries) }));
    return known.name;
  }
  const skippedTo = (entry: number): string => [...skips.values()].flatMap((x) => (x.entries.has(entry) ? [`${x.name}=`] : [])).join('');
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
        const start = r.target;
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
    return items
      .map((it, k) => {
        const text = it.first === undefined ? it.text : `/*${it.first}*/${it.text}`;
        const later = items.slice(k + 1).flatMap((x) => x.entries);
        return later.length === 0 ? text : `if(!${skip(later)}){${text}}`;
      })
      .join('\n');
  }
  function segment(i: number): string {
    const s = segments[i]!;
    if (s.landing !== null) return s.landing.groups.size === 0 ? '' : w.land(s.landing, places[segments[i + 1]!.start]!.depth - 6, again);
    w.start(states.get(s.start)!);
    w.out.length = 0;
    w.base = places[s.start]!.base;
    w.landing = null;
    if (fb.cold(s.start)) return w.leave(s.start - w.base, `fresh(f,${s.start})`);
    if (fb.pending > 0) w.write(`F.reached[${s.start}]=1;`);
    let goesOn = true;
    for (let k = 0; k < s.at.length; ) {
      const p = places[s.at[k]!]!;
      setLanding(i, p);
      const done = ins.chain(p.pc);
      if (done === 0) ins.one(p.pc, p);
      goesOn = !a.ends(p);
      k += Math.max(1, done);
    }
    if (goesOn) {
      // Into the next segment, to one that is further away, or to where the text does not go on.
      const to = behind(s.at.at(-1)!);
      const follow = segments[i + 1];
      const target = states.get(to);
      if (target === undefined || target.stack.length !== w.depth) w.write(w.leave(to - w.base, '1'));
      else if (follow !== undefined && follow.start === to) {
        w.write(w.moves(target));
        const loop = labels.find((r) => r.loop && r.end === i + 1);
        if (loop !== undefined) w.write(`break L${loop.target};`);
      } else w.write(ins.jumpTo(s.at.at(-1)!, to));
    }
    return w.out.join('\n');
  }

  /** Where exceptions at `p`, in segment `i`, go to. */
  function setLanding(i: number, p: Place): void {
    const to = catcher(p);
    const at = landings.get(to);
    const jump = at === undefined ? null : jumpTo(i, at);
    w.landing = at === undefined || at <= i || jump === null ? null : segments[at]!.landing;
    if (w.landing === null) return;
    w.landing.jump = jump;
    const n = p.blocks.findIndex((b, k) => b.exc === to && !p.blocks.some((x, j) => j > k && x.exc === to));
    const first = p.blocks.findIndex((b, k) => k > n && b.type === Block.EXCEPT_HANDLER);
    w.handledBefore = first < 0 ? '' : p.blocks.slice(0, first).some((b) => b.type === Block.EXCEPT_HANDLER) ? `s${p.blocks[first]!.level + 1}` : 'f.savedHandled';
  }

  // At an entry nothing is passed over any more. The beginning is where that is so anyway.
  const text = body(0, segments.length).replace(/\/\*(\d+)\*\//g, (_, entry: string) => {
    const names = skippedTo(Number(entry));
    return names === '' ? '' : `${names}false;`;
  });
  // Entries by offset; that of the code itself before those of copies, where both have the same stack.
  const byOffset = new Map<number, [id: number, index: number][]>();
  entryOrder.forEach((id, i) => byOffset.set(id % size, [...(byOffset.get(id % size) ?? []), [id, i]].sort((x, y) => x[0]! - y[0]!) as [number, number][]));
  const more: number[] = [];
  let entryTable = '';
  let begin = '';
  let enter = '';
  for (const [pc, all] of byOffset) {
    const seen = new Set<number>();
    let text = '';
    for (const [id, i] of all) {
      const sp = code.nfixed + places[id]!.depth;
      if (seen.has(sp)) continue;
      seen.add(sp);
      // Five bodies inside of each other might have the same depth with other blocks.
      if (all.some(([x]) => places[x]!.depth === places[id]!.depth && places[x]!.blocks.some((b, k) => b.level !== places[id]!.blocks[k]?.level))) continue;
      if (!entryTable.includes(`entry[${pc}]=`)) entryTable += `entry[${pc}]=${sp};`;
      else more.push(pairOf(pc, sp));
      // Its blocks are as they were until it is certain that it goes on here.
      const names = skippedTo(i);
      const load = `${entryText(w, states.get(id)!, used, a.outside.has(id) ? code.nparams : Infinity)}${hasBlocks ? `f.virtual=${1 + places[id]!.base / size};` : ''}${names === '' ? '' : `${names}true;`}`;
      text += all.length > 1 ? `if(f.sp===${sp}){${load}break;}` : `${load}break;`;
    }
    if (all.length > 1) text += 'return 1;';
    if (pc === 0) begin = text;
    enter += `case ${pc}:${text}`;
  }
  const raise = w.raiseText();
  // A generator is entered behind its yields all the time: it looks itself where. Others are told by `enter` (exits.ts).
  const inside = code.isGenerator || byOffset.size < 2;
  const out = w.exits.finish(`${text}\nreturn 1;`, version, inside ? null : enter, { returned: w.returned(hasBlocks), hasBlocks });
  const vars: string[] = [];
  for (const i of used) vars.push(`l${i}=st[${i}]`);
  for (const v of w.variables) if (!/^l\d/.test(v)) vars.push(`${v}${initial(v)}`);
  const caches = [...[...ins.caches].map((pc) => `c${pc}=C[${pc}]`), ...ins.constants.map((_, i) => `k${i}=X[${i}]`)].join(',');
  return {
    analysis: a,
    constants: ins.constants,
    cold: new Set([...entries].filter((id) => !number.has(id))),
    text:
      `"use strict";const {${Instructions.names}}=R;const {${Instructions.opNames}}=R.ops;` +
      `const isInt=Number.isSafeInteger,TL=R.tList(),TT=R.tTuple()${caches === '' ? '' : `,${caches}`};` +
      `const entry=new Int32Array(${code.co.code.length + 1}).fill(-1),more=new Set([${more.join(',')}]);${entryTable}` +
      `${out.leave}const run=(function ${nameInProfiles(code)}(vm,f,jd){const st=f.st,G=f.globals;${ins.sinks ? 'const B=f.back,S=B!==null&&!B.isPython&&B.row===SINK?B.b:null;' : ''}let q=0,${ins.sinks ? 'y=0,' : ''}r,t,a,b,z${again ? ',g=0' : ''}${vars.map((v) => `,${v}`).join('')};` +
      `${out.entered}${fb.pending > 0 ? 'if((F.pending-=10)<0)return seen(f);' : ''}` +
      (inside ? `switch(f.pc){${enter}default:return 1;}` : `if(!e)do{${begin}}while(false);`) +
      `try{Y:{${out.text}}}catch(x){z=x;}${raise}return z!==undefined?thrown(vm,z,f):${again ? 'g===1?6:2' : '2'};});` +
      `return {run,leave,enter,entry,more,size:${240 + 8 * (vars.length + 12)}};`,
  };
}

/** Loads what the state at an entry has in variables, and checks the types it counts on; that locals are bound from `nparams` on. */
function entryText(w: Writer, s: State, used: ReadonlySet<number>, nparams: number): string {
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
      case Type.OBJECT:
        if (i >= nparams) t += `if(l${i}===undefined)return bad(f);`;
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
