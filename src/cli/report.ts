/** How a program ends: what is said of the exception that nothing caught, what runs after it, and the exit code. */
import { str } from '../objects/convert.js';
import { PyDict } from '../objects/dict.js';
import type { PyBaseException } from '../objects/exception.js';
import { PyModule } from '../objects/function.js';
import { T } from '../objects/object.js';
import { asInt } from '../objects/int.js';
import { asJS } from '../objects/str.js';
import { unawaitedAtEnd } from '../objects/unawaited.js';
import type { Machine } from '../vm/machine.js';
import { renderException } from '../vm/render.js';
import type { NodeHost } from './node-host.js';

/** What of the command line is asked for here. */
export const how = {
  /** The program is a module's (-m), a directory's or an archive's: in CPython runpy runs it. */
  byModule: false,
  /** Of these, not a module. */
  byPath: false,
  /** No -W and no PYTHONWARNINGS say what becomes of warnings. */
  warns: true,
};

/** Runs what is left to run at the end, then ends the process the way the exception asks for. */
export function fail(m: Machine, host: NodeHost, e: PyBaseException): never {
  host.flush();
  if (!e.cls.isSubtype(T.SystemExit!)) {
    report(m, host, e);
    end(m, host, e.cls.isSubtype(T.KeyboardInterrupt!) ? 130 : 1, e);
  }
  const code = e.field('code');
  if (code === null) end(m, host, 0);
  // A C long's low byte; what does not fit into one is -1.
  const n = asInt(code);
  if (n !== undefined) end(m, host, typeof n === 'number' ? n & 0xff : BigInt.asIntN(64, n) === n ? Number(n & 255n) : 255);
  const out = m.execute((vm) => str(vm, code));
  host.stderr(`${out.kind === 'done' ? (asJS(out.value) ?? '') : ''}\n`);
  end(m, host, 1);
}

/** Nothing is left to wait for. Left to end by itself, Node would first take its heap apart, which takes milliseconds. */
export function end(m: Machine, host: NodeHost, code: number, e: PyBaseException | null = null): never {
  m.finalize();
  if (how.warns) {
    const main = m.modules.getStr('__main__');
    host.stderr(unawaitedAtEnd(e, main instanceof PyModule ? main.dict : new PyDict()));
  }
  if (!host.flush()) {
    host.stderr("Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\nBrokenPipeError: [Errno 32] Broken pipe\n");
    process.exit(120);
  }
  process.exit(code);
}

/** Through sys.excepthook when the program set one, else the traceback, to sys.stderr. */
export function report(m: Machine, host: NodeHost, e: PyBaseException): void {
  const sys = m.modules.getStr('sys');
  const names = sys instanceof PyModule ? sys.dict : new PyDict();
  names.setStr('last_type', e.cls);
  names.setStr('last_value', e);
  names.setStr('last_traceback', e.traceback);
  const hook = names.getStr('excepthook');
  if (hook !== undefined && hook !== names.getStr('__excepthook__')) {
    const out = m.call(hook, [e.cls, e, e.traceback]);
    host.flush();
    if (out.kind !== 'raised') return;
    host.stderr('Error in sys.excepthook:\n');
    host.stderr(renderException(m, out.error));
    host.stderr('\nOriginal exception was:\n');
  }
  if (hook === undefined) host.stderr('sys.excepthook is missing\n');
  const text = how.byModule ? belowRunpy(renderException(m, e), e) : renderException(m, e);
  const stream = names.getStr('stderr');
  if (stream === names.getStr('__stderr__')) host.stderr(text);
  else if (stream !== undefined && stream !== null) m.call(names.getStr('__excepthook__')!, [e.cls, e, e.traceback]);
  host.flush();
}

const RUNPY_MODULE = '  File "<frozen runpy>", line 189, in _run_module_as_main\n';
const RUNPY_PATH = '  File "<frozen runpy>", line 191, in _run_module_as_main\n  File "<frozen runpy>", line 240, in _get_main_module_details\n';
const RUNPY_COMPILE = `  File "<frozen runpy>", line 159, in _get_module_details
  File "<frozen importlib._bootstrap_external>", line 1074, in get_code
  File "<frozen importlib._bootstrap_external>", line 1004, in source_to_code
  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed
`;

/** With the lines of the frames that CPython has below the program's. The last traceback is the one that nothing caught. */
function belowRunpy(text: string, e: PyBaseException): string {
  const head = 'Traceback (most recent call last):\n';
  // The program itself could not be compiled.
  if (e.traceback === null && e.cls.isSubtype(T.SyntaxError!)) return head + (how.byPath ? RUNPY_PATH : RUNPY_MODULE) + RUNPY_COMPILE + text;
  const at = e.traceback === null ? -1 : text.lastIndexOf(head);
  if (at < 0) return text;
  const from = at + head.length;
  return `${text.slice(0, from)}  File "<frozen runpy>", line 198, in _run_module_as_main\n  File "<frozen runpy>", line 88, in _run_code\n${text.slice(from)}`;
}
