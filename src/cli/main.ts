/** Entry of the `pyvm` command: finds the command, hands over. What `python3` takes works the same here. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { VERSION } from '../version.js';
import { compilerFile } from './lazy-compiler.js';

const COMMANDS = new Set(['run', 'dis', 'trace', 'ast', 'repl']);

const HELP = `usage: pyvm [run] [options] [file | -c cmd | -m mod | -] [args ...]
       pyvm dis [--json | --show-code | --recurse | --quickened | --js] [file | - | -c src]
       pyvm trace [--opcodes] [--json] [--all] [file | - | -c src] [args ...]
       pyvm ast [file | - | -c src]
       pyvm repl

commands (default: run)
  run          run a program as python3 does
  dis          what CPython 3.5's dis prints; --json: the code objects as a document;
               --quickened: the instructions that tier 0 runs; --js: the JavaScript that tier 1 makes
  trace        run a program and print each line as it is reached, with the value stack and the block stack;
               --opcodes: each instruction; --json: one record a line; --all: in library code too
  ast          what ast.dump(ast.parse(...), include_attributes=True, indent=1) prints
  repl         interactive session

options of run
  -c cmd       program passed in as string
  -m mod       run a library module as a script
  -            read the program from standard input
  --path DIR   also import modules from DIR (may be given more than once)
  --max-steps N        stop after N calls and loop iterations
  --max-time MS        stop after MS milliseconds
  --max-recursion N    at most N Python frames
  --no-cache           compile the script even if it did not change since the last run
  --checked            assert every instruction's stack effect (slow)
  -b -B -d -E -i -I -O -OO -P -q -s -S -u -v -W arg -x -X opt
                       as python3: -W filters of warnings, -O no asserts, -OO no docstrings, -i a session afterwards,
                       -E -I -P -s what the environment and the current directory say, -x skips the first line; -b, -d,
                       -q, -S, -u and -v change sys.flags only. PYTHONPATH, PYTHONWARNINGS, PYTHONOPTIMIZE, ... count.
  -V, --version        print the version
  -h, --help           print this help

exit codes: as python3 (0, 1, 2, sys.exit(n), 130 on Ctrl-C); 124 time limit, 3 another limit, 70 a bug in pyvm
`;

/** What finds characters by name, where the text that `args` give may name any. */
async function names(args: readonly string[]): Promise<((name: string) => string | null) | undefined> {
  const last = args.at(-1);
  if (args.includes('-c') ? !last!.includes('\\N{') : last !== undefined && existsSync(last) && statSync(last).isFile() && !readFileSync(last, 'latin1').includes('\\N{')) return undefined;
  return (await import('./character-names.js')).lookupName;
}

async function main(argv: string[]): Promise<void> {
  const first = argv[0];
  if (first === '-V' || first === '-VV' || first === '--version') {
    process.stdout.write(`pyvm ${VERSION} (Python 3.11)\n`);
    return;
  }
  if (first === '-h' || first === '--help' || first === '-?') {
    process.stdout.write(HELP);
    return;
  }
  const named = first !== undefined && COMMANDS.has(first);
  const rest = named ? argv.slice(1) : argv;
  switch (named ? first : 'run') {
    case 'dis':
      if (rest.some((a, i) => (a === '--quickened' || a === '--js') && !rest.slice(0, i).includes('-c'))) return (await import('./code-options.js')).showTiers(rest);
      return compilerFile().dis(rest, await names(rest));
    case 'trace':
      return (await import('./trace.js')).trace(rest);
    case 'ast':
      return compilerFile().ast(rest, await names(rest));
    case 'repl':
      return (await import('./repl.js')).repl();
    default: {
      if (rest.every((a) => /^-[iquBEIsS]+$/.test(a)) && !named && process.stdin.isTTY === true) return (await import('./repl.js')).repl();
      const { run } = await import('./run.js');
      return run(rest);
    }
  }
}

void main(process.argv.slice(2)).catch((e: unknown) => {
  process.stderr.write(`${e instanceof Error ? (e.stack ?? e.message) : String(e)}\n`);
  process.exit(70);
});
