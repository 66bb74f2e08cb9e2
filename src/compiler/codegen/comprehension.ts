/** List, set and dict comprehensions and generator expressions: a function of their own, called at once. */
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import { asyncIterator, asyncNext, awaitTop } from './async.js';
import type { Codegen } from './codegen.js';
import { awaitValue, isPlain, line35, visitExpr, visitTest } from './expression.js';
import { makeClosure } from './function.js';
import { Block } from './unit.js';

type ComprehensionNode = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

const forms: Readonly<Record<ComprehensionNode['_type'], readonly [name: string, build: Op | null]>> = {
  ListComp: ['<listcomp>', Op.BUILD_LIST],
  SetComp: ['<setcomp>', Op.BUILD_SET],
  DictComp: ['<dictcomp>', Op.BUILD_MAP],
  GeneratorExp: ['<genexpr>', null],
};

export function comprehension(c: Codegen, e: ComprehensionNode): void {
  const [name, build] = forms[e._type];
  const outer = c.loc;
  const isGenerator = e._type === 'GeneratorExp';
  const first = e.generators[0] as ast.Comprehension;
  const scope = c.scopeOf(e);
  const outerUnit = c.unit;
  if (scope.coroutine && !isGenerator && !mayAwait(c)) {
    throw c.error('asynchronous comprehension outside of an asynchronous function', e);
  }
  const unit = c.enterScope('comprehension', name, e, line35(e), e);
  unit.argcount = 1;
  if (build !== null) c.emit(build, 0);
  generator(c, e, 0);
  if (build !== null) c.emit(Op.RETURN_VALUE);
  const { qualname } = unit;
  const code = c.leaveScope(true, 0, outer);
  makeClosure(c, code, 0, qualname);
  visitExpr(c, first.iter);
  if (first.is_async === 0) c.emit(Op.GET_ITER);
  // An async generator may be made where nothing can be awaited: it resolves its iterator itself.
  else if (isGenerator) c.emit(Op.GET_AITER);
  else asyncIterator(c);
  c.emit(Op.CALL_FUNCTION, 1);
  if (scope.coroutine && !isGenerator) awaitValue(c);
  if (c.unit !== outerUnit) throw new Error('scope mismatch');
}

/** Whether an async comprehension may stand in the current unit. */
function mayAwait(c: Codegen): boolean {
  return c.unit.kind === 'async' || c.unit.kind === 'comprehension' || awaitTop(c);
}

function generator(c: Codegen, e: ComprehensionNode, i: number): void {
  const g = e.generators[i] as ast.Comprehension;
  const start = new Block();
  const ifCleanup = new Block();
  const anchor = new Block();
  const isAsync = g.is_async !== 0;
  if (i === 0) {
    c.emit(Op.LOAD_FAST, 0);
    if (isAsync && e._type === 'GeneratorExp') {
      c.loadConst(null);
      c.emit(Op.YIELD_FROM);
    }
  } else {
    visitExpr(c, g.iter);
    if (isAsync) asyncIterator(c);
    else c.emit(Op.GET_ITER);
  }
  c.use(start);
  if (isAsync) {
    asyncNext(c, g.target, start, anchor, false);
  } else {
    c.jump(Op.FOR_ITER, anchor);
    c.nextBlock();
    visitExpr(c, g.target);
  }
  for (const test of g.ifs) {
    visitTest(c, test);
    c.jump(Op.POP_JUMP_IF_FALSE, ifCleanup);
    c.nextBlock();
  }
  if (i + 1 < e.generators.length) generator(c, e, i + 1);
  else {
    element(c, e);
    c.nextBlock();
  }
  c.use(ifCleanup);
  c.jump(Op.JUMP_ABSOLUTE, start);
  c.use(anchor);
  if (isAsync) c.emit(Op.POP_TOP);
}

function element(c: Codegen, e: ComprehensionNode): void {
  const depth = e.generators.length + 1;
  switch (e._type) {
    case 'GeneratorExp':
      visitExpr(c, e.elt);
      c.emit(Op.YIELD_VALUE);
      return c.emit(Op.POP_TOP);
    case 'ListComp':
      visitExpr(c, e.elt);
      return c.emit(Op.LIST_APPEND, depth);
    case 'SetComp':
      visitExpr(c, e.elt);
      return c.emit(Op.SET_ADD, depth);
    case 'DictComp':
      // 3.5 evaluates the value first, 3.11 the key: 3.5's code where nobody can tell.
      if (c.settings.target35 || (isPlain(e.key) && isPlain(e.value))) {
        visitExpr(c, e.value);
        visitExpr(c, e.key);
        return c.emit(Op.MAP_ADD, depth);
      }
      visitExpr(c, e.key);
      visitExpr(c, e.value);
      return c.emit(Op.MAP_ADD_VK, depth);
  }
}
