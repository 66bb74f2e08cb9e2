/** import statements. */
import { ConstTuple } from '../../bytecode/consts.js';
import { Op } from '../../bytecode/opcodes.js';
import type * as ast from '../../parser/ast.js';
import type { Codegen } from './codegen.js';

export function importNames(c: Codegen, s: ast.Import): void {
  for (const a of s.names) {
    c.loadConst(0);
    c.loadConst(null);
    c.emitName(Op.IMPORT_NAME, a.name);
    const [base, ...rest] = a.name.split('.');
    if (a.asname === null) {
      c.storeName(base as string);
    } else {
      for (const attr of rest) c.emit(Op.LOAD_ATTR, c.unit.nameIndex(attr));
      c.storeName(a.asname);
    }
  }
}

export function importFrom(c: Codegen, s: ast.ImportFrom): void {
  if (s.module === '__future__' && (s.level ?? 0) === 0 && s.lineno > c.settings.futureLine) {
    throw c.error('from __future__ imports must occur at the beginning of the file', s);
  }
  c.loadConst(s.level ?? 0);
  c.loadConst(new ConstTuple(s.names.map((a) => a.name)));
  c.emitName(Op.IMPORT_NAME, s.module ?? '');
  for (const a of s.names) {
    if (a.name === '*') {
      c.emit(Op.IMPORT_STAR);
      return;
    }
    c.emitName(Op.IMPORT_FROM, a.name);
    c.storeName(a.asname ?? a.name);
  }
  c.emit(Op.POP_TOP);
}
