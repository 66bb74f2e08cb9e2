/** Running the body of a module that is being imported. */
import { andThen, cont, type Cont, type PyValue, type Result } from '../objects/object.js';
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

const RAN_MODULE = cont(
  'import.ran',
  (_vm, v, c) => {
    ended(c);
    return v;
  },
  {
    catches: true,
    // A module that is there in part would be taken for whole by the next run.
    abandoned: (c) => {
      ended(c);
      const { modules } = c.b as Machine;
      for (const [name, mod] of modules.entries()) {
        if (mod !== c.a) continue;
        modules.delStr(name as string);
        break;
      }
    },
  },
);

function ended(c: Cont): void {
  const m = c.b as Machine;
  m.initializing.delete(c.a);
  if (c.c === true && --m.importing === 0) m.host.importing?.(false);
}
