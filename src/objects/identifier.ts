/** Which texts are identifiers. */
import { codePoints, type Str } from './str.js';
import { charFlags, U } from './unicode.js';

export function isIdentifier(s: Str): boolean {
  if (typeof s === 'string' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(s)) return true;
  const cps = codePoints(s);
  if (cps.length === 0) return false;
  if (cps[0] !== 95 && (charFlags(cps[0]!) & U.XID_START) === 0) return false;
  for (let i = 1; i < cps.length; i++) if ((charFlags(cps[i]!) & U.XID_CONTINUE) === 0) return false;
  return true;
}
