/** Options of `pyvm run`: those of python3, in its way of writing them, and ours, which are all long ones. */
import type { InterpreterFlags } from '../vm/machine.js';
import type { Limits } from '../vm/limits.js';
import { usage } from './usage.js';

export interface Options {
  limits: Limits;
  path: string[];
  checked: boolean;
  jitThreshold: number | undefined;
  jitStats: boolean;
  cache: boolean;
  /** -x: the first line of the file is not Python. */
  skipFirstLine: boolean;
  source: { kind: 'file' | 'string' | 'module' | 'stdin'; value: string };
  args: string[];
  flags: InterpreterFlags;
}

function number(option: string, text: string | undefined): number {
  const n = Number(text);
  if (text === undefined || !Number.isInteger(n) || n <= 0) usage(`${option} needs a positive whole number`);
  return n;
}

/** Letters of python3's options that take an argument, in the same word or the next. */
const WITH_ARGUMENT = 'cmWX';

type Counter = 'debug' | 'inspect' | 'optimize' | 'verbose' | 'bytesWarning' | 'quiet' | 'noSite' | 'noUserSite';
const COUNTERS: Readonly<Record<string, Counter>> = { d: 'debug', i: 'inspect', O: 'optimize', v: 'verbose', b: 'bytesWarning', q: 'quiet', S: 'noSite', s: 'noUserSite' };

/** What the environment says, unless -E or -I says not to ask it. */
function fromEnvironment(f: InterpreterFlags, path: string[], warnings: string[]): void {
  const { env } = process;
  const text = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  /** A number, or 1 for any other text. */
  const level = (name: string, have: number): number => {
    const s = text(name);
    if (s === undefined) return have;
    const n = /^\d+$/.test(s) ? Number(s) : 1;
    return Math.max(have, n);
  };
  f.debug = level('PYTHONDEBUG', f.debug);
  f.verbose = level('PYTHONVERBOSE', f.verbose);
  f.optimize = level('PYTHONOPTIMIZE', f.optimize);
  if (text('PYTHONINSPECT') !== undefined) f.inspect = Math.max(f.inspect, 1);
  if (text('PYTHONDONTWRITEBYTECODE') !== undefined) f.dontWriteBytecode = true;
  if (text('PYTHONNOUSERSITE') !== undefined) f.noUserSite = 1;
  if (text('PYTHONSAFEPATH') !== undefined) f.safePath = true;
  if (text('PYTHONDEVMODE') !== undefined) f.devMode = true;
  if (env.PYTHONUTF8 === '1') f.utf8Mode = true;
  const seed = text('PYTHONHASHSEED');
  if (seed !== undefined && seed !== 'random' && !(/^\d+$/.test(seed) && Number(seed) < 2 ** 32)) {
    process.stderr.write('Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]\nPython runtime state: preinitialized\n\n');
    process.exit(1);
  }
  const digits = text('PYTHONINTMAXSTRDIGITS');
  if (digits !== undefined && f.maxStrDigits === undefined) f.maxStrDigits = maxDigits(digits, 'PYTHONINTMAXSTRDIGITS');
  path.push(...(text('PYTHONPATH')?.split(process.platform === 'win32' ? ';' : ':') ?? []));
  warnings.push(...(text('PYTHONWARNINGS')?.split(',') ?? []));
}

function maxDigits(text: string, where: string): number {
  const n = /^\d+$/.test(text) ? Number(text) : NaN;
  if (n === 0 || n >= 640) return n;
  const what = where.startsWith('-') ? `${where} limit; must be >= 640 or 0 for unlimited.` : `${where}: invalid limit; must be >= 640 or 0 for unlimited.`;
  process.stderr.write(`Fatal Python error: config_init_int_max_str_digits: ${what}\nPython runtime state: preinitialized\n\n`);
  process.exit(1);
}

export function parseOptions(argv: string[]): Options {
  const flags: InterpreterFlags = {
    debug: 0, inspect: 0, interactive: 0, optimize: 0, dontWriteBytecode: false, noUserSite: 0, noSite: 0, ignoreEnvironment: false, verbose: 0, bytesWarning: 0, quiet: 0, isolated: false, devMode: false, utf8Mode: false, safePath: false,
    maxStrDigits: undefined, warnOptions: [], xOptions: [],
  };
  const o: Options = { limits: {}, path: [], checked: false, cache: true, jitThreshold: undefined, jitStats: false, skipFirstLine: false, source: { kind: 'stdin', value: '-' }, args: [''], flags };
  const warnings: string[] = [];
  let i = 0;
  parsing: for (; i < argv.length; i++) {
    const a = argv[i]!;
    switch (a) {
      case '--path':
        if (argv[i + 1] === undefined) usage('--path needs a directory');
        o.path.push(argv[++i]!);
        continue;
      case '--max-steps':
        o.limits.maxSteps = number(a, argv[++i]);
        continue;
      case '--max-time':
        o.limits.maxTimeMs = number(a, argv[++i]);
        continue;
      case '--max-recursion':
        o.limits.maxRecursion = number(a, argv[++i]);
        continue;
      case '--tier0':
        o.jitThreshold = Infinity;
        continue;
      case '--jit-threshold': {
        const n = Number(argv[++i]);
        if (!Number.isInteger(n) || n < 0) usage(`${a} needs a whole number`);
        o.jitThreshold = n;
        continue;
      }
      case '--jit-stats':
        o.jitStats = true;
        continue;
      case '--checked':
        o.checked = true;
        continue;
      case '--no-cache':
        o.cache = false;
        continue;
      case '--check-hash-based-pycs':
        i++;
        continue;
      case '-':
        o.args = ['-', ...argv.slice(i + 1)];
        break parsing;
      case '--':
        i++;
        break;
      default:
        break;
    }
    if (a.startsWith('--') && a !== '--') usage(`unknown option ${a}`);
    if (a === '--' || !a.startsWith('-')) {
      if (argv[i] === undefined) break;
      o.source = { kind: 'file', value: argv[i]! };
      o.args = argv.slice(i);
      break;
    }
    // Letters, the last of which may have an argument.
    for (let k = 1; k < a.length; k++) {
      const letter = a[k]!;
      if (WITH_ARGUMENT.includes(letter)) {
        const text = k + 1 < a.length ? a.slice(k + 1) : argv[++i];
        if (text === undefined) usage(`argument expected for the -${letter} option`);
        if (letter === 'W') warnings.push(text);
        else if (letter === 'X') flags.xOptions.push(text);
        else {
          o.source = { kind: letter === 'c' ? 'string' : 'module', value: text };
          o.args = [`-${letter}`, ...argv.slice(i + 1)];
          break parsing;
        }
        break;
      }
      const counter = COUNTERS[letter];
      if (counter !== undefined) flags[counter]++;
      if (letter === 'i') flags.interactive++;
      if (counter !== undefined) continue;
      if (letter === 'B') flags.dontWriteBytecode = true;
      else if (letter === 'E') flags.ignoreEnvironment = true;
      else if (letter === 'P') flags.safePath = true;
      else if (letter === 'x') o.skipFirstLine = true;
      else if (letter === 'I') {
        flags.isolated = flags.ignoreEnvironment = flags.safePath = true;
        flags.noUserSite = 1;
      } else if (!'uRt'.includes(letter)) usage(`unknown option -${letter}`);
    }
  }
  const fromEnv: string[] = [];
  for (const x of flags.xOptions) {
    if (x === 'dev') flags.devMode = true;
    if (x === 'utf8' || x === 'utf8=1') flags.utf8Mode = true;
    if (x === 'utf8=0') flags.utf8Mode = false;
    const digits = /^int_max_str_digits(?:=(.*))?$/.exec(x);
    if (digits !== null) flags.maxStrDigits = maxDigits(digits[1] ?? '', '-X int_max_str_digits: invalid');
  }
  if (!flags.ignoreEnvironment) fromEnvironment(flags, o.path, fromEnv);
  flags.warnOptions.push(...(flags.devMode ? ['default'] : []), ...fromEnv, ...warnings);
  if (flags.bytesWarning > 0) flags.warnOptions.push(flags.bytesWarning > 1 ? 'error::BytesWarning' : 'default::BytesWarning');
  return o;
}
