/** Second pass: why did it fail. */
import { PySyntaxErrorInfo } from './syntax-error.js';
export function diagnose(text: string, options: { mode: 'exec' | 'eval' | 'single' | 'func_type'; filename: string; lookupName?: unknown }): PySyntaxErrorInfo {
  return new PySyntaxErrorInfo('SyntaxError', 'invalid syntax', options.filename, 1, 1, 1, 1, text);
}
