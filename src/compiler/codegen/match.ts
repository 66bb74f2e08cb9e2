/** match statements. */
import { ConstTuple } from '../../bytecode/consts.js';
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import { equalityKey } from '../fold.js';
import { constantOf } from './checks.js';
import { constRepr } from '../../bytecode/const-repr.js';
import type { Codegen } from './codegen.js';
import { visitExpr } from './expression.js';
import { visitBody } from './statement.js';
import { Block } from './unit.js';

/**
 * State of one case. Captured values stay on the stack, under what is still to be matched, and are
 * stored only when the whole pattern has succeeded.
 */
interface PatternContext {
  /** Names of the captures on the stack, lowest last. */
  stores: string[];
  allowIrrefutable: boolean;
  /** `failPop[n]`: where to go when n items must be popped on failure. */
  failPop: Block[];
  /** Items above the captures that a failure has to pop. */
  onTop: number;
}

const isWildcard = (p: ast.PatternNode): boolean => p._type === 'MatchAs' && p.name === null && p.pattern === null;

export function matchStatement(c: Codegen, s: ast.Match): void {
  visitExpr(c, s.subject);
  const end = new Block();
  const last = s.cases[s.cases.length - 1];
  const hasDefault = s.cases.length > 1 && last !== undefined && isWildcard(last.pattern);
  const tested = s.cases.length - (hasDefault ? 1 : 0);
  for (let i = 0; i < tested; i++) {
    const k = s.cases[i] as ast.MatchCase;
    const more = i < tested - 1 || hasDefault;
    c.loc = k.pattern;
    c.startLine(k.pattern.lineno);
    if (more) c.emit(Op.DUP_TOP);
    const pc: PatternContext = { stores: [], allowIrrefutable: k.guard !== null || i === s.cases.length - 1, failPop: [], onTop: 0 };
    pattern(c, k.pattern, pc);
    for (const name of pc.stores) c.storeName(name);
    if (k.guard !== null) {
      visitExpr(c, k.guard);
      c.jump(Op.POP_JUMP_IF_FALSE, failBlock(pc, 0));
      c.nextBlock();
    }
    if (more) c.emit(Op.POP_TOP);
    visitBody(c, k.body);
    c.loc = null;
    c.jump(Op.JUMP_FORWARD, end);
    c.loc = k.pattern;
    emitFailPops(c, pc);
  }
  if (hasDefault && last !== undefined) {
    c.loc = last.pattern;
    c.startLine(last.pattern.lineno);
    c.emit(Op.POP_TOP);
    if (last.guard !== null) {
      visitExpr(c, last.guard);
      c.jump(Op.POP_JUMP_IF_FALSE, end);
    }
    visitBody(c, last.body);
  }
  c.use(end);
}

// ---- failure --------------------------------------------------------------------------------------

function failBlock(pc: PatternContext, pops: number): Block {
  while (pc.failPop.length <= pops) pc.failPop.push(new Block());
  return pc.failPop[pops] as Block;
}

function jumpToFail(c: Codegen, pc: PatternContext, op: Op): void {
  c.jump(op, failBlock(pc, pc.onTop + pc.stores.length));
  c.nextBlock();
}

function emitFailPops(c: Codegen, pc: PatternContext): void {
  if (pc.failPop.length === 0) c.nextBlock();
  for (let n = pc.failPop.length - 1; n >= 0; n--) {
    c.use(pc.failPop[n] as Block);
    if (n > 0) c.emit(Op.POP_TOP);
  }
  pc.failPop = [];
}

function rotate(c: Codegen, n: number): void {
  if (n === 2) c.emit(Op.ROT_TWO);
  else if (n === 3) c.emit(Op.ROT_THREE);
  else if (n === 4) c.emit(Op.ROT_FOUR);
  else if (n > 4) c.emit(Op.ROT_N, n);
}

function capture(c: Codegen, name: string | null, pc: PatternContext): void {
  if (name === null) return c.emit(Op.POP_TOP);
  c.forbidDebug(name, 'Store');
  if (pc.stores.includes(name)) throw c.error(`multiple assignments to name ${constRepr(name)} in pattern`);
  rotate(c, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

// ---- patterns -------------------------------------------------------------------------------------

/** Consumes the subject on the stack: falls through on success, jumps to a fail block otherwise. */
function pattern(c: Codegen, p: ast.PatternNode, pc: PatternContext): void {
  c.deeper();
  // Not set back afterwards: what follows counts to the last sub-pattern, as in CPython.
  c.loc = p;
  c.raiseLine(p.lineno);
  switch (p._type) {
    case 'MatchValue':
      if (p.value._type === 'JoinedStr') throw c.error('patterns may only match literals and attribute lookups', p);
      visitExpr(c, p.value);
      c.emit(Op.COMPARE_OP, 2);
      jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE);
      break;
    case 'MatchSingleton':
      c.loadConst(p.value);
      c.emit(Op.COMPARE_OP, 8);
      jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE);
      break;
    case 'MatchSequence':
      sequencePattern(c, p, pc);
      break;
    case 'MatchMapping':
      mappingPattern(c, p, pc);
      break;
    case 'MatchClass':
      classPattern(c, p, pc);
      break;
    case 'MatchStar':
      capture(c, p.name, pc);
      break;
    case 'MatchAs':
      asPattern(c, p, pc);
      break;
    case 'MatchOr':
      orPattern(c, p, pc);
      break;
  }
  c.shallower();
}

/** Inside another pattern an irrefutable one is always fine. */
function subpattern(c: Codegen, p: ast.PatternNode, pc: PatternContext): void {
  const outer = pc.allowIrrefutable;
  pc.allowIrrefutable = true;
  pattern(c, p, pc);
  pc.allowIrrefutable = outer;
}

function asPattern(c: Codegen, p: ast.MatchAs, pc: PatternContext): void {
  if (p.pattern === null) {
    if (!pc.allowIrrefutable) {
      throw c.error(
        p.name === null ? 'wildcard makes remaining patterns unreachable' : `name capture ${constRepr(p.name)} makes remaining patterns unreachable`,
        p,
      );
    }
    return capture(c, p.name, pc);
  }
  pc.onTop++;
  c.emit(Op.DUP_TOP);
  pattern(c, p.pattern, pc);
  pc.onTop--;
  capture(c, p.name, pc);
}

function lengthCheck(c: Codegen, n: number, cmp: number, pc: PatternContext): void {
  c.emit(Op.GET_LEN);
  c.loadConst(n);
  c.emit(Op.COMPARE_OP, cmp);
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE);
}

function sequencePattern(c: Codegen, p: ast.MatchSequence, pc: PatternContext): void {
  const { patterns } = p;
  const size = patterns.length;
  let star = -1;
  let onlyWildcards = true;
  let starWildcard = false;
  for (const [i, q] of patterns.entries()) {
    if (q._type === 'MatchStar') {
      if (star >= 0) throw c.error('multiple starred names in sequence pattern');
      star = i;
      starWildcard = q.name === null;
      onlyWildcards &&= starWildcard;
    } else {
      onlyWildcards &&= isWildcard(q);
    }
  }
  pc.onTop++;
  c.emit(Op.MATCH_SEQUENCE);
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE);
  if (star < 0) lengthCheck(c, size, 2, pc);
  else if (size > 1) lengthCheck(c, size - 1, 5, pc);
  pc.onTop--;
  if (onlyWildcards) c.emit(Op.POP_TOP);
  else if (starWildcard) sequenceBySubscript(c, patterns, star, pc);
  else {
    if (star < 0) c.emit(Op.UNPACK_SEQUENCE, size);
    else {
      if (star >= 256 || size - star - 1 >= 0x7fffff) throw c.error('too many expressions in star-unpacking sequence pattern', p);
      c.emit(Op.UNPACK_EX, star + ((size - star - 1) << 8));
    }
    pc.onTop += size;
    for (const q of patterns) {
      pc.onTop--;
      subpattern(c, q, pc);
    }
  }
}

/** With `*_` the rest is never built: the items wanted are fetched one by one. */
function sequenceBySubscript(c: Codegen, patterns: readonly ast.PatternNode[], star: number, pc: PatternContext): void {
  pc.onTop++;
  for (const [i, q] of patterns.entries()) {
    if (i === star || isWildcard(q)) continue;
    c.emit(Op.DUP_TOP);
    if (i < star) c.loadConst(i);
    else {
      c.emit(Op.GET_LEN);
      c.loadConst(patterns.length - i);
      c.emit(Op.BINARY_SUBTRACT);
    }
    c.emit(Op.BINARY_SUBSCR);
    subpattern(c, q, pc);
  }
  pc.onTop--;
  c.emit(Op.POP_TOP);
}

function mappingPattern(c: Codegen, p: ast.MatchMapping, pc: PatternContext): void {
  const size = p.keys.length;
  pc.onTop++;
  c.emit(Op.MATCH_MAPPING);
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE);
  if (size === 0 && p.rest === null) {
    pc.onTop--;
    c.emit(Op.POP_TOP);
    return;
  }
  if (size > 0) lengthCheck(c, size, 5, pc);
  const seen = new Set<string>();
  for (const key of p.keys) {
    const known = constantOf(key);
    if (known !== undefined) {
      const k = equalityKey(known);
      if (seen.has(k)) throw c.error(`mapping pattern checks duplicate key (${constRepr(known)})`, p);
      seen.add(k);
    } else if (key._type !== 'Attribute' && key._type !== 'UnaryOp' && key._type !== 'BinOp') {
      throw c.error('mapping pattern keys may only match literals and attribute lookups', p);
    }
    visitExpr(c, key);
  }
  c.emit(Op.BUILD_TUPLE, size);
  c.emit(Op.MATCH_KEYS);
  pc.onTop += 2;
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE);
  c.emit(Op.UNPACK_SEQUENCE, size);
  pc.onTop += size - 1;
  for (const q of p.patterns) {
    pc.onTop--;
    subpattern(c, q, pc);
  }
  // Left: subject and keys.
  pc.onTop--;
  if (p.rest !== null) {
    c.emit(Op.COPY_DICT_WITHOUT_KEYS);
    capture(c, p.rest, pc);
  } else {
    c.emit(Op.POP_TOP);
  }
  pc.onTop--;
  c.emit(Op.POP_TOP);
}

function classPattern(c: Codegen, p: ast.MatchClass, pc: PatternContext): void {
  const seen = new Set<string>();
  for (const [i, attr] of p.kwd_attrs.entries()) {
    c.forbidDebug(attr, 'Store', p.kwd_patterns[i] ?? p);
    if (seen.has(attr)) throw c.error(`attribute name repeated in class pattern: ${attr}`, p.kwd_patterns[i] ?? p);
    seen.add(attr);
  }
  visitExpr(c, p.cls);
  c.loadConst(new ConstTuple(p.kwd_attrs));
  c.emit(Op.MATCH_CLASS, p.patterns.length);
  const all = [...p.patterns, ...p.kwd_patterns];
  pc.onTop++;
  jumpToFail(c, pc, Op.POP_JUMP_IF_FALSE);
  c.emit(Op.UNPACK_SEQUENCE, all.length);
  pc.onTop += all.length - 1;
  for (const q of all) {
    pc.onTop--;
    if (isWildcard(q)) c.emit(Op.POP_TOP);
    else subpattern(c, q, pc);
  }
}

function orPattern(c: Codegen, p: ast.MatchOr, pc: PatternContext): void {
  const end = new Block();
  let control: string[] = [];
  for (const [i, alternative] of p.patterns.entries()) {
    const inner: PatternContext = {
      stores: [],
      allowIrrefutable: i === p.patterns.length - 1 && pc.allowIrrefutable,
      failPop: [],
      onTop: 0,
    };
    c.loc = alternative;
    c.emit(Op.DUP_TOP);
    pattern(c, alternative, inner);
    if (i === 0) control = inner.stores;
    else sortCaptures(c, inner.stores, control);
    c.jump(Op.JUMP_FORWARD, end);
    emitFailPops(c, inner);
  }
  c.emit(Op.POP_TOP);
  jumpToFail(c, pc, Op.JUMP_FORWARD);
  c.use(end);
  // The new captures go below what is on top, the older captures and the copy of the subject.
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, rotations);
    if (pc.stores.includes(name)) throw c.error(`multiple assignments to name ${constRepr(name)} in pattern`);
    pc.stores.push(name);
  }
  c.emit(Op.POP_TOP);
}

/** Brings the captures of an alternative into the order of the first one's. */
function sortCaptures(c: Codegen, stores: string[], control: readonly string[]): void {
  const differ = (): Error => c.error('alternative patterns bind different names');
  if (stores.length !== control.length) throw differ();
  for (let want = control.length - 1; want >= 0; want--) {
    const have = stores.indexOf(control[want] as string);
    if (have < 0) throw differ();
    if (have === want) continue;
    const rotated = stores.splice(0, have + 1);
    stores.splice(want - have, 0, ...rotated);
    for (let k = 0; k <= have; k++) rotate(c, want + 1);
  }
}
