/** What the embedding API throws. */
import type { PyBaseException } from '../objects/exception.js';
import type { PyFrame } from '../objects/frame.js';
import { toJS } from './convert.js';

export class PyVMError extends Error {
  override name = 'PyVMError';
}

export interface FrameInfo {
  readonly filename: string;
  readonly line: number;
  readonly name: string;
}

/** An exception the guest did not catch. `message` is its last traceback line; `format()` the whole text. */
export class PyError extends PyVMError {
  override name = 'PyError';
  /** Name of the exception's class: 'ValueError'. */
  readonly pyType: string;
  /** `args`, converted. */
  readonly pyArgs: unknown[];
  /** Frames the exception passed, outermost first. */
  readonly frames: readonly FrameInfo[];
  /** The exception itself. No part of what a console shows: all that the VM holds would be. */
  declare readonly exception: PyBaseException;
  constructor(
    exception: PyBaseException,
    private readonly text: string,
    /** `cause` is what it gives for `__cause__`, else for the `__context__` that a traceback would show. */
    errorOf?: (e: PyBaseException) => PyError,
  ) {
    super(lastLine(text));
    Object.defineProperty(this, 'exception', { value: exception });
    this.pyType = exception.cls.name;
    this.pyArgs = exception.args.items.map((x) => toJS(x));
    const frames: FrameInfo[] = [];
    for (let t = exception.traceback; t !== null; t = t.next) {
      frames.push({ filename: t.frame.code.co.filename, line: t.lineno, name: t.frame.code.co.name });
    }
    this.frames = frames;
    const before = exception.cause ?? (exception.suppressContext ? null : exception.context);
    if (before !== null && errorOf !== undefined) Object.defineProperty(this, 'cause', { configurable: true, get: () => errorOf(before) });
  }

  /** The traceback as CPython 3.11 prints it. */
  format(): string {
    return this.text;
  }
}

/** A SyntaxError in the source given to run, compile or runCell. */
export class PySyntaxError extends PyError {
  override name = 'PySyntaxError';
}

/** A host function returned a promise where nobody can wait for it: use runAsync or start. */
export class PySuspendedError extends PyVMError {
  override name = 'PySuspendedError';
}

function lastLine(text: string): string {
  const lines = text.trimEnd().split('\n');
  // A message may have several lines: from the last one that starts at the margin on.
  let i = lines.length - 1;
  while (i > 0 && /^\s/.test(lines[i]!)) i--;
  return lines.slice(i).join('\n');
}

export type { PyFrame };
