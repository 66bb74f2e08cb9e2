/**
 * THE opcode table: one row an opcode, read by compiler, assembler, VM, dis, the verifier, tests and
 * `docs/bytecode.md`. Numbers and names are CPython 3.5's; rows with `since` are newer syntax in the
 * same layout (numbers free in 3.5), `since: 'pyvm'` our own.
 *
 * `effect` is what the stack-depth walk of the 3.5 compiler adds (some are deliberate over-estimates:
 * SETUP_EXCEPT counts its six values on fall-through too), because `co_stacksize` must be 3.5's.
 * What an instruction really does to the stack is its stack picture.
 */

/** An opcode's number. Below 90 it has no argument and is one byte long, else three. */
export enum Op {
  POP_TOP = 1,
  ROT_TWO = 2,
  ROT_THREE = 3,
  DUP_TOP = 4,
  DUP_TOP_TWO = 5,
  ROT_FOUR = 6,
  NOP = 9,
  UNARY_POSITIVE = 10,
  UNARY_NEGATIVE = 11,
  UNARY_NOT = 12,
  UNARY_INVERT = 15,
  BINARY_MATRIX_MULTIPLY = 16,
  INPLACE_MATRIX_MULTIPLY = 17,
  BINARY_POWER = 19,
  BINARY_MULTIPLY = 20,
  BINARY_MODULO = 22,
  BINARY_ADD = 23,
  BINARY_SUBTRACT = 24,
  BINARY_SUBSCR = 25,
  BINARY_FLOOR_DIVIDE = 26,
  BINARY_TRUE_DIVIDE = 27,
  INPLACE_FLOOR_DIVIDE = 28,
  INPLACE_TRUE_DIVIDE = 29,
  GET_LEN = 30,
  MATCH_MAPPING = 31,
  MATCH_SEQUENCE = 32,
  MATCH_KEYS = 33,
  COPY_DICT_WITHOUT_KEYS = 34,
  CHECK_EG_MATCH = 37,
  RERAISE = 48,
  GET_AITER = 50,
  GET_ANEXT = 51,
  BEFORE_ASYNC_WITH = 52,
  INPLACE_ADD = 55,
  INPLACE_SUBTRACT = 56,
  INPLACE_MULTIPLY = 57,
  INPLACE_MODULO = 59,
  STORE_SUBSCR = 60,
  DELETE_SUBSCR = 61,
  BINARY_LSHIFT = 62,
  BINARY_RSHIFT = 63,
  BINARY_AND = 64,
  BINARY_XOR = 65,
  BINARY_OR = 66,
  INPLACE_POWER = 67,
  GET_ITER = 68,
  GET_YIELD_FROM_ITER = 69,
  PRINT_EXPR = 70,
  LOAD_BUILD_CLASS = 71,
  YIELD_FROM = 72,
  GET_AWAITABLE = 73,
  INPLACE_LSHIFT = 75,
  INPLACE_RSHIFT = 76,
  INPLACE_AND = 77,
  INPLACE_XOR = 78,
  INPLACE_OR = 79,
  BREAK_LOOP = 80,
  WITH_CLEANUP_START = 81,
  WITH_CLEANUP_FINISH = 82,
  RETURN_VALUE = 83,
  IMPORT_STAR = 84,
  SETUP_ANNOTATIONS = 85,
  YIELD_VALUE = 86,
  POP_BLOCK = 87,
  END_FINALLY = 88,
  POP_EXCEPT = 89,
  STORE_NAME = 90,
  DELETE_NAME = 91,
  UNPACK_SEQUENCE = 92,
  FOR_ITER = 93,
  UNPACK_EX = 94,
  STORE_ATTR = 95,
  DELETE_ATTR = 96,
  STORE_GLOBAL = 97,
  DELETE_GLOBAL = 98,
  ROT_N = 99,
  LOAD_CONST = 100,
  LOAD_NAME = 101,
  BUILD_TUPLE = 102,
  BUILD_LIST = 103,
  BUILD_SET = 104,
  BUILD_MAP = 105,
  LOAD_ATTR = 106,
  COMPARE_OP = 107,
  IMPORT_NAME = 108,
  IMPORT_FROM = 109,
  JUMP_FORWARD = 110,
  JUMP_IF_FALSE_OR_POP = 111,
  JUMP_IF_TRUE_OR_POP = 112,
  JUMP_ABSOLUTE = 113,
  POP_JUMP_IF_FALSE = 114,
  POP_JUMP_IF_TRUE = 115,
  LOAD_GLOBAL = 116,
  CONTINUE_LOOP = 119,
  SETUP_LOOP = 120,
  SETUP_EXCEPT = 121,
  SETUP_FINALLY = 122,
  LOAD_FAST = 124,
  STORE_FAST = 125,
  DELETE_FAST = 126,
  RAISE_VARARGS = 130,
  CALL_FUNCTION = 131,
  MAKE_FUNCTION = 132,
  BUILD_SLICE = 133,
  MAKE_CLOSURE = 134,
  LOAD_CLOSURE = 135,
  LOAD_DEREF = 136,
  STORE_DEREF = 137,
  DELETE_DEREF = 138,
  CALL_FUNCTION_VAR = 140,
  CALL_FUNCTION_KW = 141,
  CALL_FUNCTION_VAR_KW = 142,
  SETUP_WITH = 143,
  EXTENDED_ARG = 144,
  LIST_APPEND = 145,
  SET_ADD = 146,
  MAP_ADD = 147,
  LOAD_CLASSDEREF = 148,
  BUILD_LIST_UNPACK = 149,
  BUILD_MAP_UNPACK = 150,
  BUILD_MAP_UNPACK_WITH_CALL = 151,
  BUILD_TUPLE_UNPACK = 152,
  BUILD_SET_UNPACK = 153,
  SETUP_ASYNC_WITH = 154,
  FORMAT_VALUE = 155,
  BUILD_STRING = 157,
  PREP_RERAISE_STAR = 166,
  MAP_ADD_VK = 167,
  MATCH_CLASS = 168,
}

/** First opcode with an argument. */
export const HAVE_ARGUMENT = 90;

/** What an argument means. `free` indexes cellvars then freevars; `nargs` is positional | keyword << 8. */
export type OperandKind =
  | 'none'
  | 'const'
  | 'name'
  | 'local'
  | 'free'
  | 'jrel'
  | 'jabs'
  | 'compare'
  | 'count'
  | 'nargs';

export interface OpInfo {
  readonly operand: OperandKind;
  /** Change of the stack depth as CPython 3.5's compiler counts it, without a jump. */
  readonly effect: number | ((arg: number) => number);
  /** The same at the jump target, relative to the depth before the instruction. */
  readonly jumpEffect?: number;
  /** Nothing runs after it in its basic block. */
  readonly endsBlock?: true;
  /** Stack picture, bottom to top: before -> after. */
  readonly stack: string;
  readonly doc: string;
  /** Python version (or pyvm) that introduced it, if not CPython 3.5. */
  readonly since?: string;
}

export type OpName = keyof typeof Op;

export const opTable: Readonly<Record<OpName, OpInfo>> = {
  POP_TOP: { operand: 'none', effect: -1, stack: 'a ->', doc: 'Drops the top of the stack.' },
  ROT_TWO: { operand: 'none', effect: 0, stack: 'a b -> b a', doc: 'Swaps the two topmost items.' },
  ROT_THREE: { operand: 'none', effect: 0, stack: 'a b c -> c a b', doc: 'Lifts the second and third item one up, moves the top to third place.' },
  DUP_TOP: { operand: 'none', effect: 1, stack: 'a -> a a', doc: 'Pushes the top of the stack again.' },
  DUP_TOP_TWO: { operand: 'none', effect: 2, stack: 'a b -> a b a b', doc: 'Pushes the two topmost items again, in order.' },
  ROT_FOUR: { operand: 'none', effect: 0, since: '3.8', stack: 'a b c d -> d a b c', doc: 'Moves the top to fourth place.' },
  NOP: { operand: 'none', effect: 0, stack: '->', doc: 'Does nothing. Never left in code by the optimiser.' },
  UNARY_POSITIVE: { operand: 'none', effect: 0, stack: 'a -> +a', doc: 'Implements `+a`.' },
  UNARY_NEGATIVE: { operand: 'none', effect: 0, stack: 'a -> -a', doc: 'Implements `-a`.' },
  UNARY_NOT: { operand: 'none', effect: 0, stack: 'a -> not a', doc: 'Implements `not a`.' },
  UNARY_INVERT: { operand: 'none', effect: 0, stack: 'a -> ~a', doc: 'Implements `~a`.' },
  BINARY_MATRIX_MULTIPLY: { operand: 'none', effect: -1, stack: 'a b -> a@b', doc: 'Implements `a @ b`.' },
  INPLACE_MATRIX_MULTIPLY: { operand: 'none', effect: -1, stack: 'a b -> a@b', doc: 'Implements `a @= b`: the in-place method of a where it has one.' },
  BINARY_POWER: { operand: 'none', effect: -1, stack: 'a b -> a**b', doc: 'Implements `a ** b`.' },
  BINARY_MULTIPLY: { operand: 'none', effect: -1, stack: 'a b -> a*b', doc: 'Implements `a * b`.' },
  BINARY_MODULO: { operand: 'none', effect: -1, stack: 'a b -> a%b', doc: 'Implements `a % b`.' },
  BINARY_ADD: { operand: 'none', effect: -1, stack: 'a b -> a+b', doc: 'Implements `a + b`.' },
  BINARY_SUBTRACT: { operand: 'none', effect: -1, stack: 'a b -> a-b', doc: 'Implements `a - b`.' },
  BINARY_SUBSCR: { operand: 'none', effect: -1, stack: 'a b -> a[b]', doc: 'Implements `a[b]`.' },
  BINARY_FLOOR_DIVIDE: { operand: 'none', effect: -1, stack: 'a b -> a//b', doc: 'Implements `a // b`.' },
  BINARY_TRUE_DIVIDE: { operand: 'none', effect: -1, stack: 'a b -> a/b', doc: 'Implements `a / b`.' },
  INPLACE_FLOOR_DIVIDE: { operand: 'none', effect: -1, stack: 'a b -> a//b', doc: 'Implements `a //= b`: the in-place method of a where it has one.' },
  INPLACE_TRUE_DIVIDE: { operand: 'none', effect: -1, stack: 'a b -> a/b', doc: 'Implements `a /= b`: the in-place method of a where it has one.' },
  GET_LEN: { operand: 'none', effect: 1, since: '3.10', stack: 's -> s len', doc: 'Pushes `len(s)`; used by sequence and mapping patterns.' },
  MATCH_MAPPING: { operand: 'none', effect: 1, since: '3.10', stack: 'a -> a bool', doc: 'Pushes whether a is a mapping for `match`.' },
  MATCH_SEQUENCE: { operand: 'none', effect: 1, since: '3.10', stack: 'a -> a bool', doc: 'Pushes whether a is a sequence (not str, bytes, bytearray) for `match`.' },
  MATCH_KEYS: { operand: 'none', effect: 2, since: '3.10', stack: 'a keys -> a keys values bool', doc: 'Pushes the tuple of `a[k]` for k in keys and True, or None and False.' },
  COPY_DICT_WITHOUT_KEYS: { operand: 'none', effect: 0, since: '3.10', stack: 'a keys -> a rest', doc: 'Replaces keys by a dict of a without them.' },
  CHECK_EG_MATCH: { operand: 'none', effect: 0, since: '3.11', stack: 'rest type -> rest match', doc: 'Splits an exception (group) by type; either side may be None. A match becomes the current exception.' },
  RERAISE: { operand: 'none', effect: -1, since: '3.9', stack: 'exc ->', doc: 'Raises exc as it is: no new context, no new traceback entry.' },
  GET_AITER: { operand: 'none', effect: 0, stack: 'a -> it', doc: 'Pushes an awaitable that resolves to `a.__aiter__()`.' },
  GET_ANEXT: { operand: 'none', effect: 1, stack: 'it -> it awaitable', doc: 'Pushes the awaitable of `it.__anext__()`.' },
  BEFORE_ASYNC_WITH: { operand: 'none', effect: 1, stack: 'mgr -> aexit aenter()', doc: 'Resolves `__aexit__` and calls `__aenter__`.' },
  INPLACE_ADD: { operand: 'none', effect: -1, stack: 'a b -> a+b', doc: 'Implements `a += b`: the in-place method of a where it has one.' },
  INPLACE_SUBTRACT: { operand: 'none', effect: -1, stack: 'a b -> a-b', doc: 'Implements `a -= b`: the in-place method of a where it has one.' },
  INPLACE_MULTIPLY: { operand: 'none', effect: -1, stack: 'a b -> a*b', doc: 'Implements `a *= b`: the in-place method of a where it has one.' },
  INPLACE_MODULO: { operand: 'none', effect: -1, stack: 'a b -> a%b', doc: 'Implements `a %= b`: the in-place method of a where it has one.' },
  STORE_SUBSCR: { operand: 'none', effect: -3, stack: 'v obj key ->', doc: 'Implements `obj[key] = v`.' },
  DELETE_SUBSCR: { operand: 'none', effect: -2, stack: 'obj key ->', doc: 'Implements `del obj[key]`.' },
  BINARY_LSHIFT: { operand: 'none', effect: -1, stack: 'a b -> a<<b', doc: 'Implements `a << b`.' },
  BINARY_RSHIFT: { operand: 'none', effect: -1, stack: 'a b -> a>>b', doc: 'Implements `a >> b`.' },
  BINARY_AND: { operand: 'none', effect: -1, stack: 'a b -> a&b', doc: 'Implements `a & b`.' },
  BINARY_XOR: { operand: 'none', effect: -1, stack: 'a b -> a^b', doc: 'Implements `a ^ b`.' },
  BINARY_OR: { operand: 'none', effect: -1, stack: 'a b -> a|b', doc: 'Implements `a | b`.' },
  INPLACE_POWER: { operand: 'none', effect: -1, stack: 'a b -> a**b', doc: 'Implements `a **= b`: the in-place method of a where it has one.' },
  GET_ITER: { operand: 'none', effect: 0, stack: 'a -> iter(a)', doc: 'Implements `iter(a)`.' },
  GET_YIELD_FROM_ITER: { operand: 'none', effect: 0, stack: 'a -> it', doc: 'Keeps a generator (or an allowed coroutine), else `iter(a)`.' },
  PRINT_EXPR: { operand: 'none', effect: -1, stack: 'a ->', doc: 'Hands a to `sys.displayhook` (interactive statements only).' },
  LOAD_BUILD_CLASS: { operand: 'none', effect: 1, stack: '-> builder', doc: 'Pushes `builtins.__build_class__`.' },
  YIELD_FROM: { operand: 'none', effect: -1, stack: 'it v -> result', doc: 'Sends v to it and yields what it yields; runs again on each resume, until it is exhausted and its value is pushed.' },
  GET_AWAITABLE: { operand: 'none', effect: 0, stack: 'a -> it', doc: 'Pushes the await iterator of a.' },
  INPLACE_LSHIFT: { operand: 'none', effect: -1, stack: 'a b -> a<<b', doc: 'Implements `a <<= b`: the in-place method of a where it has one.' },
  INPLACE_RSHIFT: { operand: 'none', effect: -1, stack: 'a b -> a>>b', doc: 'Implements `a >>= b`: the in-place method of a where it has one.' },
  INPLACE_AND: { operand: 'none', effect: -1, stack: 'a b -> a&b', doc: 'Implements `a &= b`: the in-place method of a where it has one.' },
  INPLACE_XOR: { operand: 'none', effect: -1, stack: 'a b -> a^b', doc: 'Implements `a ^= b`: the in-place method of a where it has one.' },
  INPLACE_OR: { operand: 'none', effect: -1, stack: 'a b -> a|b', doc: 'Implements `a |= b`: the in-place method of a where it has one.' },
  BREAK_LOOP: { operand: 'none', effect: 0, stack: '->', doc: 'Unwinds blocks to the innermost loop and leaves it.' },
  WITH_CLEANUP_START: { operand: 'none', effect: 1, stack: 'exit status -> status exc result', doc: 'Calls `__exit__` with the exception in flight, or three Nones.' },
  WITH_CLEANUP_FINISH: { operand: 'none', effect: -1, stack: 'status exc result -> status', doc: 'Looks at the result of `__exit__`: a true one silences the exception.' },
  RETURN_VALUE: { operand: 'none', effect: -1, stack: 'a ->', doc: 'Returns a to the caller, running finally blocks on the way.' },
  IMPORT_STAR: { operand: 'none', effect: -1, stack: 'module ->', doc: 'Copies all public names of module into the locals.' },
  SETUP_ANNOTATIONS: { operand: 'none', effect: 0, since: '3.6', stack: '->', doc: 'Makes `__annotations__` in the locals if it is not there.' },
  YIELD_VALUE: { operand: 'none', effect: 0, stack: 'a -> sent', doc: 'Yields a; on resume the value sent is pushed.' },
  POP_BLOCK: { operand: 'none', effect: 0, stack: '->', doc: 'Pops a block and cuts the stack to its level.' },
  END_FINALLY: { operand: 'none', effect: -1, stack: 'status ->', doc: 'Ends a finally or except part: goes on with what status says.' },
  POP_EXCEPT: { operand: 'none', effect: 0, stack: '->', doc: 'Pops an except-handler block and restores the previous exception.' },
  STORE_NAME: { operand: 'name', effect: -1, stack: 'a ->', doc: 'Stores into the local namespace.' },
  DELETE_NAME: { operand: 'name', effect: 0, stack: '->', doc: 'Deletes from the local namespace.' },
  UNPACK_SEQUENCE: { operand: 'count', effect: (n) => n - 1, stack: 'a -> aN .. a1', doc: 'Unpacks exactly n items, the first on top.' },
  FOR_ITER: { operand: 'jrel', effect: 1, jumpEffect: -1, stack: 'it -> it next', doc: 'Pushes the next item; at the end pops the iterator and jumps.' },
  UNPACK_EX: { operand: 'count', effect: (n) => (n & 255) + (n >> 8), stack: 'a -> after.. list before..', doc: 'As UNPACK_SEQUENCE with a starred target; low byte: targets before it, high: after.' },
  STORE_ATTR: { operand: 'name', effect: -2, stack: 'v obj ->', doc: 'Implements `obj.name = v`.' },
  DELETE_ATTR: { operand: 'name', effect: -1, stack: 'obj ->', doc: 'Implements `del obj.name`.' },
  STORE_GLOBAL: { operand: 'name', effect: -1, stack: 'a ->', doc: 'Stores into the globals.' },
  DELETE_GLOBAL: { operand: 'name', effect: 0, stack: '->', doc: 'Deletes from the globals.' },
  ROT_N: { operand: 'count', effect: 0, since: '3.10', stack: 'a .. b -> b a ..', doc: 'Moves the top to n-th place.' },
  LOAD_CONST: { operand: 'const', effect: 1, stack: '-> const', doc: 'Pushes `co_consts[i]`.' },
  LOAD_NAME: { operand: 'name', effect: 1, stack: '-> a', doc: 'Pushes a name looked up in locals, globals, builtins.' },
  BUILD_TUPLE: { operand: 'count', effect: (n) => 1 - n, stack: 'a1 .. aN -> tuple', doc: 'Makes a tuple of n items.' },
  BUILD_LIST: { operand: 'count', effect: (n) => 1 - n, stack: 'a1 .. aN -> list', doc: 'Makes a list of n items.' },
  BUILD_SET: { operand: 'count', effect: (n) => 1 - n, stack: 'a1 .. aN -> set', doc: 'Makes a set of n items.' },
  BUILD_MAP: { operand: 'count', effect: (n) => 1 - 2 * n, stack: 'k1 v1 .. kN vN -> dict', doc: 'Makes a dict of n pairs.' },
  LOAD_ATTR: { operand: 'name', effect: 0, stack: 'obj -> obj.name', doc: 'Implements `obj.name`.' },
  COMPARE_OP: { operand: 'compare', effect: -1, stack: 'a b -> a op b', doc: 'Compares: `< <= == != > >= in "not in" is "is not"`, 10 exception match.' },
  IMPORT_NAME: { operand: 'name', effect: -1, stack: 'level fromlist -> module', doc: 'Calls `__import__`.' },
  IMPORT_FROM: { operand: 'name', effect: 1, stack: 'module -> module attr', doc: 'Pushes an attribute of the module, or a submodule.' },
  JUMP_FORWARD: { operand: 'jrel', effect: 0, jumpEffect: 0, endsBlock: true, stack: '->', doc: 'Jumps forward.' },
  JUMP_IF_FALSE_OR_POP: { operand: 'jabs', effect: -1, jumpEffect: 0, stack: 'a -> | a', doc: 'Jumps and keeps a if it is false, else pops it.' },
  JUMP_IF_TRUE_OR_POP: { operand: 'jabs', effect: -1, jumpEffect: 0, stack: 'a -> | a', doc: 'Jumps and keeps a if it is true, else pops it.' },
  JUMP_ABSOLUTE: { operand: 'jabs', effect: 0, jumpEffect: 0, endsBlock: true, stack: '->', doc: 'Jumps.' },
  POP_JUMP_IF_FALSE: { operand: 'jabs', effect: -1, jumpEffect: -1, stack: 'a ->', doc: 'Pops a and jumps if it is false.' },
  POP_JUMP_IF_TRUE: { operand: 'jabs', effect: -1, jumpEffect: -1, stack: 'a ->', doc: 'Pops a and jumps if it is true.' },
  LOAD_GLOBAL: { operand: 'name', effect: 1, stack: '-> a', doc: 'Pushes a name looked up in globals, builtins.' },
  CONTINUE_LOOP: { operand: 'jabs', effect: 0, jumpEffect: 0, stack: '->', doc: 'Unwinds blocks to the innermost loop and continues it.' },
  SETUP_LOOP: { operand: 'jrel', effect: 0, jumpEffect: 0, stack: '->', doc: 'Pushes a loop block; the target is where `break` lands.' },
  SETUP_EXCEPT: { operand: 'jrel', effect: 6, jumpEffect: 9, stack: '->', doc: 'Pushes an except block.' },
  SETUP_FINALLY: { operand: 'jrel', effect: 6, jumpEffect: 9, stack: '->', doc: 'Pushes a finally block.' },
  LOAD_FAST: { operand: 'local', effect: 1, stack: '-> a', doc: 'Pushes a local variable.' },
  STORE_FAST: { operand: 'local', effect: -1, stack: 'a ->', doc: 'Stores a local variable.' },
  DELETE_FAST: { operand: 'local', effect: 0, stack: '->', doc: 'Deletes a local variable.' },
  RAISE_VARARGS: { operand: 'count', effect: (n) => -n, stack: '[exc [cause]] ->', doc: 'Raises: 0 the current exception again, 1 exc, 2 exc from cause.' },
  CALL_FUNCTION: { operand: 'nargs', effect: (n) => -((n & 255) + 2 * ((n >> 8) & 255)), stack: 'f p.. (k v).. -> result', doc: 'Calls f; low byte: positional arguments, high byte: keyword pairs.' },
  MAKE_FUNCTION: { operand: 'count', effect: (n) => -1 -((n & 255) + 2 * ((n >> 8) & 255)) - (n >> 16), stack: 'defaults (k v).. annotations names code qualname -> function', doc: 'Makes a function; bits 0-7 defaults, 8-15 keyword defaults, from 16 annotations + 1.' },
  BUILD_SLICE: { operand: 'count', effect: (n) => (n === 3 ? -2 : -1), stack: 'start stop [step] -> slice', doc: 'Makes a slice of 2 or 3 items.' },
  MAKE_CLOSURE: { operand: 'count', effect: (n) => -2 -((n & 255) + 2 * ((n >> 8) & 255)) - (n >> 16), stack: '.. cells code qualname -> function', doc: 'As MAKE_FUNCTION with a tuple of cells below the code.' },
  LOAD_CLOSURE: { operand: 'free', effect: 1, stack: '-> cell', doc: 'Pushes the cell itself.' },
  LOAD_DEREF: { operand: 'free', effect: 1, stack: '-> a', doc: 'Pushes the content of a cell.' },
  STORE_DEREF: { operand: 'free', effect: -1, stack: 'a ->', doc: 'Stores into a cell.' },
  DELETE_DEREF: { operand: 'free', effect: 0, stack: '->', doc: 'Empties a cell.' },
  CALL_FUNCTION_VAR: { operand: 'nargs', effect: (n) => -((n & 255) + 2 * ((n >> 8) & 255)) - 1, stack: 'f p.. args (k v).. -> result', doc: 'As CALL_FUNCTION with an iterable of further arguments below the keyword pairs.' },
  CALL_FUNCTION_KW: { operand: 'nargs', effect: (n) => -((n & 255) + 2 * ((n >> 8) & 255)) - 1, stack: 'f p.. (k v).. kwargs -> result', doc: 'As CALL_FUNCTION with a mapping of further keywords on top.' },
  CALL_FUNCTION_VAR_KW: { operand: 'nargs', effect: (n) => -((n & 255) + 2 * ((n >> 8) & 255)) - 2, stack: 'f p.. args (k v).. kwargs -> result', doc: 'Both.' },
  SETUP_WITH: { operand: 'jrel', effect: 7, jumpEffect: 7, stack: 'mgr -> exit enter()', doc: 'Resolves `__exit__`, calls `__enter__`, pushes a finally block below its result.' },
  EXTENDED_ARG: { operand: 'count', effect: 0, stack: '->', doc: 'Holds the high 16 bits of the next argument.' },
  LIST_APPEND: { operand: 'count', effect: -1, stack: 'list .. a -> list ..', doc: 'Appends to the list at place i, counted after the pop.' },
  SET_ADD: { operand: 'count', effect: -1, stack: 'set .. a -> set ..', doc: 'Adds to the set at place i.' },
  MAP_ADD: { operand: 'count', effect: -2, stack: 'dict .. v k -> dict ..', doc: 'Sets a key of the dict at place i; the key is on top.' },
  LOAD_CLASSDEREF: { operand: 'free', effect: 1, stack: '-> a', doc: 'As LOAD_DEREF, but looks into the class namespace first.' },
  BUILD_LIST_UNPACK: { operand: 'count', effect: (n) => 1 - n, stack: 'it1 .. itN -> list', doc: 'Joins n iterables into a list.' },
  BUILD_MAP_UNPACK: { operand: 'count', effect: (n) => 1 - n, stack: 'm1 .. mN -> dict', doc: 'Joins n mappings into a dict; later ones win.' },
  BUILD_MAP_UNPACK_WITH_CALL: { operand: 'count', effect: (n) => 1 - (n & 255), stack: 'm1 .. mN -> dict', doc: 'Joins keyword mappings of a call; a key given twice is a TypeError.' },
  BUILD_TUPLE_UNPACK: { operand: 'count', effect: (n) => 1 - n, stack: 'it1 .. itN -> tuple', doc: 'Joins n iterables into a tuple.' },
  BUILD_SET_UNPACK: { operand: 'count', effect: (n) => 1 - n, stack: 'it1 .. itN -> set', doc: 'Joins n iterables into a set.' },
  SETUP_ASYNC_WITH: { operand: 'jrel', effect: 6, jumpEffect: 6, stack: 'exit res -> exit res', doc: 'Pushes a finally block below the awaited `__aenter__` result.' },
  FORMAT_VALUE: { operand: 'count', effect: (n) => (n & 4 ? -1 : 0), since: '3.6', stack: 'a [spec] -> str', doc: 'Formats a field of an f-string; bits 0-1: conversion (1 str, 2 repr, 3 ascii), bit 2: a spec is on the stack.' },
  BUILD_STRING: { operand: 'count', effect: (n) => 1 - n, since: '3.6', stack: 's1 .. sN -> str', doc: 'Joins n strings.' },
  PREP_RERAISE_STAR: { operand: 'none', effect: -1, since: '3.11', stack: 'orig list -> exc', doc: 'What an `except*` statement has left to raise, or None.' },
  MAP_ADD_VK: { operand: 'count', effect: -2, since: 'pyvm', stack: 'dict .. k v -> dict ..', doc: 'MAP_ADD with the value on top (a dict comprehension in 3.8+ order).' },
  MATCH_CLASS: { operand: 'count', effect: -1, since: '3.10', stack: 'a cls names -> attrs bool', doc: 'Matches a class pattern with n positional sub-patterns.' },
};

/** Operators of COMPARE_OP by argument (`dis.cmp_op`). */
export const CMP_OP = ['<', '<=', '==', '!=', '>', '>=', 'in', 'not in', 'is', 'is not', 'exception match', 'BAD'] as const;

/** Row of an opcode by number; undefined where the number is free. */
export const opByNumber: readonly (OpInfo | undefined)[] = (() => {
  const rows: (OpInfo | undefined)[] = new Array(256).fill(undefined);
  for (const name of Object.keys(opTable) as OpName[]) rows[Op[name]] = opTable[name];
  return rows;
})();

/** The effect of one instruction without a jump. */
export function stackEffect(op: Op, arg: number): number {
  const row = opByNumber[op];
  if (row === undefined) throw new RangeError(`no opcode ${op}`);
  return typeof row.effect === 'number' ? row.effect : row.effect(arg);
}
