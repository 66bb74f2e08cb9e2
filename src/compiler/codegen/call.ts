/** Arguments of calls and class statements. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import type { Codegen } from './codegen.js';
import { attributeLoc, isPlain, lastOf, visitExpr } from './expression.js';

/** CALL_FUNCTION counts arguments in a byte; what is more goes into a tuple or dict. */
const MAX_COUNT = 255;

const callOps = [Op.CALL_FUNCTION, Op.CALL_FUNCTION_VAR, Op.CALL_FUNCTION_KW, Op.CALL_FUNCTION_VAR_KW] as const;

/**
 * The function (and `onStack` arguments) being on the stack, pushes the arguments and calls.
 * Positional ones before the first star stay plain, the rest is packed and joined; keywords likewise.
 */
export function callWithArguments(
  c: Codegen,
  onStack: number,
  args: readonly ast.ExprNode[],
  keywords: readonly ast.Keyword[],
  call: ast.Call | null,
): void {
  checkKeywords(c, keywords);
  const late = c.settings.target35 ? NOTHING_LATE : lateArguments(onStack, args, keywords);
  let positional = onStack;
  let stars = 0;
  let run = 0;
  let packing = false;
  args.forEach((arg, i) => {
    if (arg._type === 'Starred') {
      if (run > 0) {
        c.emit(Op.BUILD_TUPLE, run);
        run = 0;
        stars++;
      }
      visitExpr(c, arg.value);
      stars++;
      packing = true;
      if (i < late.positional) c.emit(Op.BUILD_LIST_UNPACK, 1);
    } else {
      visitExpr(c, arg);
      if (!packing && positional >= MAX_COUNT) packing = true;
      if (packing) run++;
      else positional++;
    }
  });
  if (run > 0) {
    c.emit(Op.BUILD_TUPLE, run);
    stars++;
  }
  if (stars > 1) c.emit(Op.BUILD_LIST_UNPACK, stars);

  let pairs = 0;
  let maps = 0;
  run = 0;
  packing = late.keyword >= 0;
  keywords.forEach((kw, i) => {
    if (kw.arg === null) {
      if (run > 0) {
        c.emit(Op.BUILD_MAP, run);
        run = 0;
        maps++;
        if (maps > 1 && i <= late.keyword) maps = joinMaps(c, maps, positional, stars, pairs);
      }
      visitExpr(c, kw.value);
      maps++;
      packing = true;
      if (i < late.keyword) maps = joinMaps(c, maps, positional, stars, pairs);
    } else {
      // In 3.11 the names come behind the values: this load has no line of its own.
      const { loc } = c;
      c.loc = null;
      c.loadConst(kw.arg);
      c.loc = loc;
      visitExpr(c, kw.value);
      if (!packing && pairs >= MAX_COUNT) packing = true;
      if (packing) run++;
      else pairs++;
    }
    if (maps === MAX_COUNT) maps = joinMaps(c, maps, positional, stars, pairs);
  });
  if (run > 0) {
    c.emit(Op.BUILD_MAP, run);
    maps++;
  }
  if (maps > 1) joinMaps(c, maps, positional, stars, pairs);
  if (call?.func._type === 'Attribute' && stars === 0 && maps === 0) attributeLoc(c, call.func);
  c.emit(callOps[(stars > 0 ? 1 : 0) + (maps > 0 ? 2 : 0)] as Op, positional | (pairs << 8));
}

/**
 * 3.11 unpacks each starred argument before it evaluates the next one, unless a lone star stands alone. Up to which
 * argument that can be seen: what is starred before it has to be unpacked at once. -1: nowhere.
 */
interface LateArguments {
  readonly positional: number;
  readonly keyword: number;
}

const NOTHING_LATE: LateArguments = { positional: -1, keyword: -1 };

function lateArguments(onStack: number, args: readonly ast.ExprNode[], keywords: readonly ast.Keyword[]): LateArguments {
  const star = args.findIndex((a) => a._type === 'Starred');
  const map = keywords.findIndex((k) => k.arg === null);
  const lastKeyword = lastOf(keywords, (k) => !isPlain(k.value));
  const keyword = map >= 0 && lastKeyword > map ? lastKeyword : -1;
  if (star < 0 || onStack + args.length === 1) return { positional: -1, keyword };
  // One star at the end is unpacked by the call, all others before the keywords.
  const joinsMaps = map >= 0 && map < keywords.length - 1;
  if (star === args.length - 1 && (lastKeyword >= 0 || joinsMaps)) return { positional: args.length, keyword };
  return { positional: lastOf(args, (a) => !isPlain(a._type === 'Starred' ? a.value : a)), keyword };
}

/** The second byte is where 3.5.2 thinks the function is; it counts a keyword pair once. */
function joinMaps(c: Codegen, maps: number, positional: number, stars: number, pairs: number): number {
  const functionPlace = positional + (stars > 0 ? 1 : 0) + pairs + 1;
  c.emit(Op.BUILD_MAP_UNPACK_WITH_CALL, maps | (functionPlace << 8));
  return 1;
}

function checkKeywords(c: Codegen, keywords: readonly ast.Keyword[]): void {
  if (keywords.length === 0) return;
  const seen = new Set<string>();
  for (const kw of keywords) {
    if (kw.arg === null) continue;
    c.forbidDebug(kw.arg, 'Store');
    if (seen.has(kw.arg)) throw c.error(`keyword argument repeated: ${kw.arg}`, kw);
    seen.add(kw.arg);
  }
}
