/** Exception objects and the table of CPython 3.11's exception classes. Methods: exception-type.ts. */
import { inherit, PyObject, type PyValue } from './object.js';
import { PyTuple } from './tuple.js';
import type { PyDict } from './dict.js';
import type { PyType } from './type.js';
import type { PyTraceback } from './traceback.js';

export class PyBaseException {
  dict: PyDict | null = null;
  args: PyTuple;
  traceback: PyTraceback | null = null;
  context: PyBaseException | null = null;
  cause: PyBaseException | null = null;
  suppressContext = false;
  /**
   * On its way through generators by throw(). 'out': out of one that is finished, which gives it no context. 'here': to
   * be raised at a `yield from` and not by its delegate.
   */
  thrown: boolean | 'out' | 'here' = false;
  /** Fields some classes have beyond `args` (`StopIteration.value`, `OSError.errno`, ...), by name. */
  fields: Map<string, PyValue> | null = null;
  constructor(cls: PyType, args: PyValue[]) {
    this.cls = cls;
    this.args = new PyTuple(args);
  }

  field(name: string): PyValue {
    return this.fields?.get(name) ?? null;
  }

  setField(name: string, v: PyValue): void {
    (this.fields ??= new Map()).set(name, v);
  }
}
export interface PyBaseException extends PyObject {}
inherit(PyBaseException, PyObject);

/** name: [base, fields...]. Order: a base before its subclasses. */
export const exceptionTable = {
  BaseException: ['object'],
  SystemExit: ['BaseException', 'code'],
  KeyboardInterrupt: ['BaseException'],
  GeneratorExit: ['BaseException'],
  BaseExceptionGroup: ['BaseException', 'message', 'exceptions'],
  Exception: ['BaseException'],
  StopIteration: ['Exception', 'value'],
  StopAsyncIteration: ['Exception'],
  ArithmeticError: ['Exception'],
  FloatingPointError: ['ArithmeticError'],
  OverflowError: ['ArithmeticError'],
  ZeroDivisionError: ['ArithmeticError'],
  AssertionError: ['Exception'],
  AttributeError: ['Exception', 'name', 'obj'],
  BufferError: ['Exception'],
  EOFError: ['Exception'],
  ImportError: ['Exception', 'msg', 'name', 'path'],
  ModuleNotFoundError: ['ImportError'],
  LookupError: ['Exception'],
  IndexError: ['LookupError'],
  KeyError: ['LookupError'],
  MemoryError: ['Exception'],
  NameError: ['Exception', 'name'],
  UnboundLocalError: ['NameError'],
  OSError: ['Exception', 'errno', 'strerror', 'filename', 'filename2'],
  BlockingIOError: ['OSError'],
  ChildProcessError: ['OSError'],
  ConnectionError: ['OSError'],
  BrokenPipeError: ['ConnectionError'],
  ConnectionAbortedError: ['ConnectionError'],
  ConnectionRefusedError: ['ConnectionError'],
  ConnectionResetError: ['ConnectionError'],
  FileExistsError: ['OSError'],
  FileNotFoundError: ['OSError'],
  InterruptedError: ['OSError'],
  IsADirectoryError: ['OSError'],
  NotADirectoryError: ['OSError'],
  PermissionError: ['OSError'],
  ProcessLookupError: ['OSError'],
  TimeoutError: ['OSError'],
  ReferenceError: ['Exception'],
  RuntimeError: ['Exception'],
  NotImplementedError: ['RuntimeError'],
  RecursionError: ['RuntimeError'],
  SyntaxError: ['Exception', 'msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line'],
  IndentationError: ['SyntaxError'],
  TabError: ['IndentationError'],
  SystemError: ['Exception'],
  TypeError: ['Exception'],
  ValueError: ['Exception'],
  UnicodeError: ['ValueError'],
  UnicodeDecodeError: ['UnicodeError', 'encoding', 'object', 'start', 'end', 'reason'],
  UnicodeEncodeError: ['UnicodeError', 'encoding', 'object', 'start', 'end', 'reason'],
  UnicodeTranslateError: ['UnicodeError', 'encoding', 'object', 'start', 'end', 'reason'],
  ExceptionGroup: ['BaseExceptionGroup'],
  Warning: ['Exception'],
  BytesWarning: ['Warning'],
  DeprecationWarning: ['Warning'],
  EncodingWarning: ['Warning'],
  FutureWarning: ['Warning'],
  ImportWarning: ['Warning'],
  PendingDeprecationWarning: ['Warning'],
  ResourceWarning: ['Warning'],
  RuntimeWarning: ['Warning'],
  SyntaxWarning: ['Warning'],
  UnicodeWarning: ['Warning'],
  UserWarning: ['Warning'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type ExceptionName = keyof typeof exceptionTable;
