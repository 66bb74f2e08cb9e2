/** Running the body of a module that is being imported. */
import { andThen, cont, type PyValue, type Result } from '../objects/object.js';
import type { PyCode } from '../objects/code.js';
import type { PyModule } from '../objects/function.js';
import { execCode } from '../builtins/scope.js';
import type { Machine } from './machine.js';

export function runModule(vm: Machine['thread'], m: Machine, code: PyCode, mod: PyModule): Result {
  mod.dict.setStr('__builtins__', vm.state.builtinsModule as PyValue);
  m.initializing.add(mod);
  const ofLibrary = code.hidden || code.co.filename.startsWith('<frozen>');
  if (ofLibrary && m.importing++ === 0) m.host.importing?.(true);
  const base = vm.frame;
  return andThen(vm, base, execCode(vm, code, mod.dict, mod.dict), RAN_MODULE, mod, m, ofLibrary);
}

export const RAN_MODULE = cont(
  'import.ran',
  (_vm, v, c) => {
    const m = c.b as Machine;
    m.initializing.delete(c.a);
    if (c.c === true && --m.importing === 0) m.host.importing?.(false);
    return v;
  },
  { catches: true },
);
