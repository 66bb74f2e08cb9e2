/** `%` formatting of constant strings. */
import type { ConstValue } from '../bytecode/consts.js';

export function formatPercent(_format: ConstValue, _args: ConstValue): ConstValue | undefined {
  return undefined;
}
