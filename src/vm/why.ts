/** Why a `finally` block runs, as ints on the value stack (CPython 3.5's `why_code`). */
export const Why = { RETURN: 8, BREAK: 16, CONTINUE: 32, SILENCED: 128 } as const;
