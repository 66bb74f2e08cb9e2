/** Entry of the build's analysis of the grammar: what `src/parser/generated/decisions.ts` holds. */
import { writeDecisions } from './grammar/decisions.js';
import { PythonParser } from './grammar/statements.js';

export const rows = (): string[][] => writeDecisions(new PythonParser().decisions);
