/** generator, coroutine and async generator objects: the class. send/throw/close: vm/ops/generator.ts. */
import { inherit, PyObject, type PyValue } from './object.js';
import type { PyCode } from './code.js';
import type { PyFrame } from './frame.js';
import type { PyType } from './type.js';
import type { PyBaseException } from './exception.js';

export class PyGenerator {
  /** null once finished. */
  frame: PyFrame | null;
  /** Outlives the frame. */
  readonly code: PyCode;
  running = false;
  name: PyValue;
  qualname: PyValue;
  /** `vm.handled` of its own, while it is suspended inside an except block. */
  handled: PyBaseException | null = null;
  /** async generator: an anext/asend/aclose is in progress. */
  asyncRunning = false;
  /** async generator: aclose was called / it ended. */
  closed = false;
  /** async generator: hooks were called. */
  hooksCalled = false;
  finalizer: PyValue = null;
  /** cr_origin. */
  origin: PyValue = null;
  constructor(cls: PyType, frame: PyFrame, name: PyValue, qualname: PyValue) {
    this.cls = cls;
    this.frame = frame;
    this.code = frame.code;
    this.name = name;
    this.qualname = qualname;
  }
}
export interface PyGenerator extends PyObject {}
inherit(PyGenerator, PyObject);
