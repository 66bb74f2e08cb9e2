/** The command as python3: exit codes, streams, where programs come from. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const dir = mkdtempSync(join(tmpdir(), 'pyvm-cli-'));

function pyvm(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const r = spawnSync(process.execPath, [cli, ...args], { cwd: dir, input, encoding: 'utf8', timeout: 30_000 });
  return { code: r.status, out: r.stdout, err: r.stderr };
}
const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return name;
};

test('a program that is greedy, catches MemoryError and is greedy again', () => {
  const greedy = [
    'import itertools, collections',
    'class N:',
    '    def __init__(s, n): s.n = n; s.x = [1.5]',
    'def chain():',
    '    n = None',
    '    while True: n = N(n)',
    'def table():',
    '    d = {}',
    '    for i in itertools.count(): d[i] = {i: str(i)}',
    'def ends():',
    '    d = collections.deque([1])',
    '    while True: d.extend(d)',
    'for f in [chain, table, ends, lambda: [0] * 10 ** 9]:',
    '    try:',
    '        f()',
    '    except MemoryError:',
    '        print("caught", end=" ")',
  ].join('\n');
  const r = spawnSync(process.execPath, ['--max-old-space-size=400', cli, '-c', greedy], { encoding: 'utf8', timeout: 120_000 });
  expect([r.status, r.stdout, r.stderr]).toEqual([0, 'caught caught caught caught ', '']);
}, 150_000);

describe('exit codes', () => {
  for (const [source, code] of [['pass', 0], ['1/0', 1], ['raise SystemExit', 0], ['raise SystemExit(3)', 3], ['raise SystemExit(300)', 44], ['raise SystemExit("x")', 1], ['x = = 1', 1], ['import sys; sys.exit(True)', 1], ['import http; raise SystemExit(http.HTTPStatus(201))', 201], ['raise SystemExit(2 ** 40 + 3)', 3], ['raise SystemExit(2 ** 64)', 255]] as const) {
    test(source, () => expect(pyvm(['-c', source]).code).toBe(code));
  }
  test('an unknown option and a file that is not there: 2', () => {
    expect(pyvm(['--nonsense']).code).toBe(2);
    const r = pyvm(['nothing.py']);
    expect(r.code).toBe(2);
    expect(r.err).toContain(`can't open file '${join(dir, 'nothing.py')}': [Errno 2] No such file or directory`);
  });
  test('limits', () => {
    expect(pyvm(['--max-steps', '1000', '-c', 'while True: pass'])).toMatchObject({ code: 3, err: 'pyvm: limit exceeded: maxSteps (1000 steps)\n' });
    expect(pyvm(['--max-time', '50', '-c', 'while True: pass']).code).toBe(124);
  });
});

test('stdout comes before the traceback, which goes to stderr', () => {
  const r = pyvm([file('fails.py', 'print("first")\ndef f(x):\n    return 1 / x\nf(0)\n')]);
  expect(r.out).toBe('first\n');
  expect(r.err.replaceAll(dir, '')).toBe(
    'Traceback (most recent call last):\n  File "/fails.py", line 4, in <module>\n    f(0)\n  File "/fails.py", line 3, in f\n    return 1 / x\n           ~~^~~\nZeroDivisionError: division by zero\n',
  );
});

test('SystemExit with a text prints it to stderr', () => {
  expect(pyvm(['-c', 'import sys; sys.exit("bad")'])).toEqual({ code: 1, out: '', err: 'bad\n' });
});

test('coroutines left in variables at the end were never awaited', () => {
  const r = pyvm(['-c', 'async def f(n): pass\nasync def g():\n    fs = [f(i) for i in range(3)]\n    sum(fs)\nleft = g()\ng().send(None)']);
  expect(r.err.split('\n').slice(-4)).toEqual(["TypeError: unsupported operand type(s) for +: 'int' and 'coroutine'", "sys:1: RuntimeWarning: coroutine 'f' was never awaited", "sys:1: RuntimeWarning: coroutine 'g' was never awaited", '']);
  expect(pyvm(['-W', 'ignore', '-c', 'async def f(): pass\nx = f()']).err).toBe('');
});

test('standard input and output take any bytes', () => {
  const bytes = (args: string[], input: Uint8Array, env = {}): Buffer => spawnSync(process.execPath, [cli, ...args], { cwd: dir, input, env: { ...process.env, ...env }, timeout: 30_000 }).stdout;
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect([...bytes(['-c', 'import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())'], all)]).toEqual([...all]);
  expect(bytes(['-c', 'import sys; print(sys.stdin.read(3), repr(sys.stdin.readline(1)), repr(sys.stdin.readline()), sys.stdin.readlines(2), sys.stdin.read())'], Buffer.from('ab\nc\r\nd\nef\ng')).toString()).toBe("ab\n 'c' '\\r\\n' ['d\\n', 'ef\\n'] g\n");
  expect(bytes(['-c', 'print("é")'], all, { PYTHONIOENCODING: 'latin-1' })).toEqual(Buffer.from([0xe9, 10]));
  expect(bytes(['-c', 'import sys; print(len(sys.stdin.read().split()))'], Buffer.from('1\n'.repeat(30_000))).toString()).toBe('30000\n');
});

test('os._exit, signals to itself, sys.stderr of its own', () => {
  expect(pyvm(['-c', 'import os, atexit; atexit.register(print, 1); os._exit(3)'])).toEqual({ code: 3, out: '', err: '' });
  expect(spawnSync(process.execPath, [cli, '-c', 'import os; os.kill(os.getpid(), 15)']).signal).toBe('SIGTERM');
  expect(pyvm(['-c', 'import sys; sys.stderr = None; 1/0'])).toEqual({ code: 1, out: '', err: '' });
  expect(pyvm(['-c', 'import sys; sys.stderr = sys.stdout; 1/0']).out).toContain('ZeroDivisionError');
});

test('repl: blocks end with an empty line, input() reads on, the end is as of a program', () => {
  const r = pyvm(['-i'], 'class A:\n    x = 1\n    def f(self):\n        return 2\n  \n\nA().f()\nfor i in range(2):\n  i\nprint(9)\nname = input()\nAda\nname\nimport atexit\nf = atexit.register(print, "bye")\nexit(7)\n');
  expect(r.out).toBe("2\n'Ada'\nbye\n");
  expect(r.err.split('\n').slice(1)).toEqual(['>>> ... ... ... ... ... >>> >>> ... ...   File "<stdin>", line 3', '    print(9)', '    ^^^^^', 'SyntaxError: invalid syntax', '>>> >>> >>> >>> >>> ']);
  expect(r.code).toBe(7);
});

test('repl: an empty line ends what is incomplete, future imports last, a line without end', () => {
  const r = pyvm(['-i'], 'if 1:\n\nfrom __future__ import annotations\ndef f(a: nowhere): pass\n\nf.__annotations__\n@f\n\nx = [1,\n\n2]\nx\nif x:\n    # note\n\nimport sys\ndel sys.ps1\n1\n7');
  expect(r.out).toBe("{'a': 'nowhere'}\n[1, 2]\n1\n7\n");
  const at = (line: number): string[] => [`  File "<stdin>", line ${line}`, '    ', '    ^'];
  const [first, ...rest] = r.err.split('\n').slice(1);
  expect(first).toBe(`>>> ... ${at(2)[0]}`);
  expect(rest).toEqual([...at(2).slice(1), "IndentationError: expected an indented block after 'if' statement on line 1", `>>> >>> ... >>> >>> ... ${at(2)[0]}`, ...at(2).slice(1), 'SyntaxError: invalid syntax', `>>> ... ... >>> >>> ... ... ${at(3)[0]}`, ...at(3).slice(1), "IndentationError: expected an indented block after 'if' statement on line 1", '>>> >>> ... ', '', '']);
});

test('repl: an error inside of an open bracket is told at once', () => {
  const r = pyvm(['-i'], 'f(1 2\n[1,\n2 3\ndef f(:\n(1,\n2)\n');
  expect(r.out).toBe('(1, 2)\n');
  expect(r.err.split('\n').slice(1)).toEqual([
    '>>>   File "<stdin>", line 1', '    f(1 2', '      ^^^', 'SyntaxError: invalid syntax. Perhaps you forgot a comma?',
    '>>> ...   File "<stdin>", line 2', '    2 3', '    ^^^', 'SyntaxError: invalid syntax. Perhaps you forgot a comma?',
    '>>>   File "<stdin>", line 1', '    def f(:', '          ^', 'SyntaxError: invalid syntax', '>>> ... >>> ', '',
  ]);
});

test("the program's handler of SIGINT is called, wherever the program is; without one it is KeyboardInterrupt", async () => {
  const handled = 'import signal, sys\nn = 0\ndef h(s, f):\n    global n\n    n += 1\n    print(s, f.f_code.co_name, flush=True)\n    if n == 2: sys.exit(4)\nsignal.signal(signal.SIGINT, h)\ndef loop():\n    print("go", flush=True)\n    while True: pass\ntry: loop()\nfinally: print("end")';
  const caught = 'def loop():\n    print("go", flush=True)\n    while True: pass\nfor i in range(2):\n    try: loop()\n    except KeyboardInterrupt as e: print(repr(e), flush=True)\nraise SystemExit(4)';
  for (const [source, out] of [[handled, 'go\n2 loop\n2 loop\nend\n'], [caught, 'go\nKeyboardInterrupt()\ngo\nKeyboardInterrupt()\n']] as const) {
    const p = spawn(process.execPath, [cli, '-c', source], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    let sent = 0;
    p.stdout.on('data', (d: Buffer) => {
      text += d.toString();
      // One at the start, and one after each answer that does not end it.
      const due = source === handled ? text.split('\n').length - 1 : text.split('go').length - 1;
      if (sent < due && sent++ < 2) p.kill('SIGINT');
    });
    const code = await new Promise((done) => p.on('exit', done));
    expect([code, text]).toEqual([4, out]);
  }
}, 30_000);

test('archives: as a program, on sys.path; files of relative entries are absolute', () => {
  file('zip.py', 'import zipfile\nwith zipfile.ZipFile("app.zip", "w") as z:\n    z.writestr("__main__.py", "import inner.part\\nprint(__file__, inner.part.X, __name__)\\n")\n    z.writestr("inner/__init__.py", "")\n    z.writestr("inner/part.py", "X = 5\\n")\nwith zipfile.ZipFile("none.zip", "w") as z:\n    z.writestr("a.py", "")\n');
  expect(pyvm(['zip.py']).err).toBe('');
  expect(pyvm(['app.zip']).out).toBe(`${join(dir, 'app.zip', '__main__.py')} 5 __main__\n`);
  expect(pyvm(['none.zip'])).toEqual({ code: 1, out: '', err: `pyvm: can't find '__main__' module in '${join(dir, 'none.zip')}'\n` });
  expect(pyvm(['-c', 'import sys; sys.path.insert(0, "app.zip"); import inner.part as p; print(p.X)']).out).toBe('5\n');
  file('rel.py', '');
  expect(pyvm(['-c', 'import rel; print(rel.__file__)']).out).toBe(`${join(dir, 'rel.py')}\n`);
});

test('-m: a parent that is not there, a module that is no Python', () => {
  expect(pyvm(['-m', 'no.such'])).toEqual({ code: 1, out: '', err: "pyvm: Error while finding module specification for 'no.such' (ModuleNotFoundError: No module named 'no')\n" });
  file('wrong.py', 'x = = 1\n');
  expect(pyvm(['-m', 'wrong']).err).toContain('line 189, in _run_module_as_main\n');
});

test('bytes of a file that are no text', () => {
  writeFileSync(join(dir, 'latin.py'), Buffer.from('x = 1\ny = "\xe9"\n', 'latin1'));
  expect(pyvm(['latin.py']).err).toBe(`SyntaxError: Non-UTF-8 code starting with '\\xe9' in file ${join(dir, 'latin.py')} on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details\n`);
  file('null.py', 'x = 1\nprint(1)\0\n');
  expect(pyvm(['null.py']).err).toBe(`  File "${join(dir, 'null.py')}", line 2\n    print(1)\nSyntaxError: source code cannot contain null bytes\n`);
  file('nope.py', '# coding: nope\n');
  expect(pyvm(['nope.py']).err).toBe('SyntaxError: encoding problem: nope\n');
  writeFileSync(join(dir, 'notascii.py'), Buffer.from('# coding: ascii\n"\xe9"\n', 'latin1'));
  expect(pyvm(['notascii.py']).err).toBe('SyntaxError: encoding problem: ascii\n');
});

test('a warning of the tokenizer comes before the error behind it', () => {
  file('touches.py', '30.is_x\n');
  const shown = `${join(dir, 'touches.py')}:1: SyntaxWarning: invalid decimal literal\n  30.is_x\n`;
  expect(pyvm(['touches.py']).err).toBe(`${shown}  File "${join(dir, 'touches.py')}", line 1\n    30.is_x\n       ^^^^\nSyntaxError: invalid syntax\n`);
});

test('a syntax error has no traceback', () => {
  const r = pyvm([file('syntax.py', 'def f(:\n    pass\n')]);
  expect(r.err.replaceAll(dir, '')).toBe('  File "/syntax.py", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n');
});

test('programs from a file, -c, -, standard input and -m', () => {
  const show = 'import sys; print(sys.argv, __name__)';
  expect(pyvm([file('p.py', show), 'a', '-b']).out).toBe("['p.py', 'a', '-b'] __main__\n");
  expect(pyvm(['run', 'p.py']).out).toBe("['p.py'] __main__\n");
  expect(pyvm(['-c', show, 'x']).out).toBe("['-c', 'x'] __main__\n");
  expect(pyvm(['-', 'y'], show).out).toBe("['-', 'y'] __main__\n");
  expect(pyvm([], show).out).toBe("[''] __main__\n");
  mkdirSync(join(dir, 'pkg'));
  file('pkg/__init__.py', 'from .part import value\n');
  file('pkg/part.py', 'value = 7\n');
  file('pkg/__main__.py', 'from . import value\nprint(value, __name__, __package__)\n');
  expect(pyvm(['-m', 'pkg']).out).toBe('7 __main__ pkg\n');
  expect(pyvm(['-'], 'print(__file__)').out).toBe('<stdin>\n');
  file('top.py', 'x = 1\n');
  expect(pyvm(['-m', 'top.part']).err).toBe("pyvm: Error while finding module specification for 'top.part' (ModuleNotFoundError: __path__ attribute not found on 'top' while trying to find 'top.part')\n");
  expect(pyvm(['-m', 'nothing'])).toMatchObject({ code: 1, err: 'pyvm: No module named nothing\n' });
});

test('imports from the script directory and --path', () => {
  mkdirSync(join(dir, 'lib'));
  file('lib/helper.py', 'x = 1\n');
  file('uses.py', 'import helper\nprint(helper.x)\n');
  expect(pyvm(['uses.py']).code).toBe(1);
  expect(pyvm(['--path', 'lib', 'uses.py']).out).toBe('1\n');
});

test('input() and end of file', () => {
  expect(pyvm(['-c', 'print(input("? "), input())\ntry: input()\nexcept EOFError as e: print(e)'], 'a\nb').out).toBe('? a b\nEOF when reading a line\n');
});

test('a changed script is compiled again', () => {
  file('again.py', 'print(1)\n');
  expect(pyvm(['again.py']).out).toBe('1\n');
  expect(pyvm(['again.py']).out).toBe('1\n');
  file('again.py', 'print(2)\n');
  expect(pyvm(['again.py']).out).toBe('2\n');
  expect(pyvm(['--no-cache', 'again.py']).out).toBe('2\n');
});

test('a changed module is compiled again, one from the cache is as before', () => {
  file('uses_it.py', 'import it_is\nprint(it_is.f.__code__.co_filename.endswith("it_is.py"))\nit_is.f()\n');
  file('it_is.py', 'def f():\n    print(1)\n    return 1 / 0\n');
  const runs = [1, 2].map(() => pyvm(['uses_it.py']));
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[0]!.out).toBe('True\n1\n');
  expect(runs[0]!.err).toContain('    return 1 / 0\n           ~~^~~\n');
  file('it_is.py', 'def f():\n    print(2)\n');
  expect(pyvm(['uses_it.py']).out).toBe('True\n2\n');
});

test('repl: values, several lines, _, errors', () => {
  const r = pyvm(['repl'], '1 + 1\ndef f(x):\n    return x * 2\n\nf(_)\n1/0\nNone\nprint("on")\n');
  expect(r.out).toBe('2\n4\non\n');
  expect(r.err).toContain('ZeroDivisionError: division by zero');
});

test('dis and ast', () => {
  expect(pyvm(['dis', '-c', 'x = 1']).out).toBe(
    '  1           0 LOAD_CONST               0 (1)\n              3 STORE_NAME               0 (x)\n              6 LOAD_CONST               1 (None)\n              9 RETURN_VALUE\n',
  );
  const doc = JSON.parse(pyvm(['dis', '--json', '-c', 'x = 1']).out) as { format: number; code: { name: string } };
  expect([doc.format, doc.code.name]).toEqual([1, '<module>']);
  expect(pyvm(['ast', '-c', 'x']).out).toContain("id='x'");
  // Characters by name, which are not the parser's to know.
  expect(pyvm(['ast', '-c', "'\\N{SPACE}\\N{BULLET}'"]).out).toContain("value=' •'");
  expect(pyvm(['dis', '-c', "'\\N{BULLET}' + x"]).out).toContain("('•')");
  expect(pyvm(['ast', '-c', 'x = ']).code).toBe(1);
});

describe('trace and the tiers of dis', () => {
  const source = 'x = [1]\nfor i in x:\n    y = i\n';

  test('a line with its stacks', () => {
    expect(pyvm(['trace', file('t.py', source)]).out).toBe(
      't.py:1 <module>: x = [1]\n    stack []\nt.py:2 <module>: for i in x:\n    stack []  blocks [loop to 32]\n' +
        't.py:3 <module>: y = i\n    stack [<list_iterator object>]  blocks [loop to 32]\nt.py:2 <module>: for i in x:\n    stack [<list_iterator object>]  blocks [loop to 32]\n',
    );
  });

  test('a record per instruction', () => {
    const records = pyvm(['trace', '--json', '--opcodes', '-c', 'print(2)']).out.trimEnd().split('\n').map((l) => JSON.parse(l) as Record<string, unknown>);
    expect(records.map((r) => r['op'] ?? r['output'])).toEqual(['LOAD_NAME', 'LOAD_CONST', 'CALL_FUNCTION', '2\n', 'POP_TOP', 'LOAD_CONST', 'RETURN_VALUE']);
    expect(records[2]).toEqual({ file: '<string>', line: 1, function: '<module>', depth: 0, offset: 6, op: 'CALL_FUNCTION', arg: 1, stack: ['<built-in function print>', '2'], blocks: [] });
  });

  test('an exception ends it with its traceback', () => {
    const r = pyvm(['trace', '-c', '1/0']);
    expect(r.code).toBe(1);
    expect(r.err).toContain('ZeroDivisionError: division by zero');
    expect(pyvm(['trace', '--nonsense']).code).toBe(2);
  });

  test('what tier 0 and tier 1 run', () => {
    const f = 'def f(a, b):\n    if a < b:\n        return a.g(b)\n';
    expect(pyvm(['dis', '--quickened', '-c', f]).out).toContain('# <module>.f, line 1\n     0 LOAD_LOAD_COMPARE       0, 1, 0, 25\n    12 LOAD_FAST_LOAD_METHOD   0, 0\n    18 LOAD_CALL               1, 1\n    24 RETURN_VALUE\n    25 LOAD_RETURN             0\n');
    expect(pyvm(['dis', '--js', '-c', f]).out).toContain('"use strict";');
    expect(pyvm(['dis', '--js', '--json', '-c', f]).code).toBe(2);
  });
});

test.each(['inspect_all', 'signatures_of_builtins'])("CPython's inspect: %s", (name) => {
  const program = new URL(`../inspect/${name}.py`, import.meta.url).pathname;
  const r = spawnSync(process.execPath, [cli, program.split('/').pop()!], { cwd: dirname(program), encoding: 'utf8', timeout: 30_000 });
  expect(r.stderr).toBe('');
  expect(r.stdout).toBe(readFileSync(program.replace(/\.py$/, '.out'), 'utf8'));
});

test("inspect finds the text of -c, which tracebacks do not show", () => {
  const program = 'import inspect, traceback\ndef f(a):\n    return a\nprint(inspect.getsource(f))\ntry: 1/0\nexcept ZeroDivisionError: traceback.print_exc()';
  const r = spawnSync(process.execPath, [cli, '-c', program], { encoding: 'utf8', timeout: 30_000 });
  expect(r.stdout).toBe('def f(a):\n    return a\n\n');
  expect(r.stderr).toBe('Traceback (most recent call last):\n  File "<string>", line 5, in <module>\nZeroDivisionError: division by zero\n');
});

describe("python3's options", () => {
  const warns = "import warnings, sys\nwarnings.warn('one')\nwarnings.warn('two', DeprecationWarning)\nprint(sys.warnoptions)\n";
  test('-W and PYTHONWARNINGS', () => {
    file('warns.py', warns);
    expect(pyvm(['-W', 'ignore', 'warns.py'])).toEqual({ code: 0, out: "['ignore']\n", err: '' });
    expect(pyvm(['-Werror::DeprecationWarning', 'warns.py'])).toMatchObject({ code: 1, out: '' });
    expect(pyvm(['-W', 'error', 'warns.py']).err.replaceAll(dir, '')).toBe("Traceback (most recent call last):\n  File \"/warns.py\", line 2, in <module>\n    warnings.warn('one')\nUserWarning: one\n");
    expect(pyvm(['-W', 'bogus', '-c', '1']).err).toBe("Invalid -W option ignored: invalid action: 'bogus'\n");
    expect(pyvm(['-W', 'error', '-c', 'x = 1 is 1']).code).toBe(1);
    expect(pyvm(['-W', 'ignore', '-c', 'x = 1 is 1'])).toEqual({ code: 0, out: '', err: '' });
  });
  test('-O and -OO', () => {
    file('opt.py', 'def f():\n    "doc"\n    assert False\n    return __debug__\nprint(f(), f.__doc__)\n');
    expect(pyvm(['opt.py']).code).toBe(1);
    expect(pyvm(['-O', 'opt.py']).out).toBe('False doc\n');
    expect(pyvm(['-OO', 'opt.py']).out).toBe('False None\n');
    expect(pyvm(['opt.py']).code).toBe(1);
  });
  test('letters together, -x, -b, -X, -i, a directory', () => {
    expect(pyvm(['-uBOc', 'import sys; print(sys.flags.optimize, sys.dont_write_bytecode, __debug__)']).out).toBe('1 True False\n');
    expect(pyvm(['-x', file('first.py', '#!not python ((\nprint(2)\n')]).out).toBe('2\n');
    expect(pyvm(['-bb', '-c', 'str(b"a")']).err).toContain('BytesWarning: str() on a bytes instance');
    expect(pyvm(['-X', 'a=b', '-X', 'c', '-c', 'import sys; print(sys._xoptions)']).out).toBe("{'a': 'b', 'c': True}\n");
    expect(pyvm(['-i', '-c', 'x = 7'], 'x * 6\n')).toEqual({ code: 0, out: '42\n', err: '>>> >>> \n' });
    mkdirSync(join(dir, 'app'));
    file('app/__main__.py', 'import sys; print(__name__, repr(__package__), sys.argv)\n');
    expect(pyvm(['app', 'x']).out).toBe("__main__ '' ['app', 'x']\n");
    expect(pyvm(['-m', 'html']).err).toBe("pyvm: No module named html.__main__; 'html' is a package and cannot be directly executed\n");
  });
});

test('a traceback of -m has the lines of runpy', () => {
  file('pkg/fails.py', 'def f():\n    1/0\nf()\n');
  expect(pyvm(['-m', 'pkg.fails']).err.replaceAll(dir, '')).toBe(
    'Traceback (most recent call last):\n  File "<frozen runpy>", line 198, in _run_module_as_main\n  File "<frozen runpy>", line 88, in _run_code\n  File "/pkg/fails.py", line 3, in <module>\n    f()\n  File "/pkg/fails.py", line 2, in f\n    1/0\n    ~^~\nZeroDivisionError: division by zero\n',
  );
});

test('a pipe that nobody reads any more; flush', () => {
  const piped = (program: string): string[] => {
    const r = spawnSync('bash', ['-c', `unset PYTHONUNBUFFERED; "${process.execPath}" "${cli}" ${file('pipe.py', program)} | head -1; echo "\${PIPESTATUS[0]}" >&2`], { cwd: dir, encoding: 'utf8', timeout: 30_000 });
    return [r.stdout, r.stderr.replaceAll(dir, '')];
  };
  const broken = 'BrokenPipeError: [Errno 32] Broken pipe\n';
  const traceback = (line: number, text: string): string => `Traceback (most recent call last):\n  File "/pipe.py", line ${line}, in <module>\n    ${text}\n`;
  expect(piped('for i in range(200000): print(i)\n')).toEqual(['0\n', `${traceback(1, 'for i in range(200000): print(i)\n                            ^^^^^^^^')}${broken}1\n`]);
  // What waits at the end is said to be lost; what was flushed is not.
  expect(piped('import time\nprint("x", flush=True)\ntime.sleep(0.3)\nprint("y")\n')).toEqual(['x\n', `Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n${broken}120\n`]);
  expect(piped('import sys\ntry:\n    for i in range(200000): print(i)\nexcept BrokenPipeError as e:\n    print(repr(e), file=sys.stderr); sys.exit(3)\n')).toEqual(['0\n', "BrokenPipeError(32, 'Broken pipe')\n3\n"]);
});
