/** pyvm: the embedding API. */
import './objects/boot.js';
export { createVM, VM, type AsyncOptions, type CellResult, type HostFn, type HostModule, type RunOptions, type VMOptions } from './embed/vm.js';
export { Code } from './embed/code.js';
export { Execution, type FrameView, type Stop } from './embed/execution.js';
export { ConversionError, toJS } from './embed/convert.js';
export { PyError, PySuspendedError, PySyntaxError, PyVMError, type FrameInfo } from './embed/errors.js';
export { LimitError, type Limits } from './vm/limits.js';
export { InternalError } from './objects/errors.js';
export { useStdlib } from './stdlib/extra-loader.js';
export type { Host } from './host.js';
export { VERSION } from './version.js';
