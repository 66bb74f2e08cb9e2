/** _import_native: what importlib's Python code needs of the machine's own import. */
import { type PyValue } from '../../objects/object.js';
import { callPrelude } from '../../objects/call.js';
import { PyFunction } from '../../objects/function.js';
import { PyCode } from '../../objects/code.js';
import { asJS } from '../../objects/str.js';
import { itemsSync } from '../../objects/iterate.js';
import { decodeCode } from '../../bytecode/serialize.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';

export const makeImportNative: NativeModuleMaker = (vm, machine) => {
  const frozen = (name: PyValue): { code: Uint8Array; isPackage: boolean } | null => machine.host.frozenModule?.(asJS(name) ?? '') ?? null;
  return defineModule({
    name: '_import_native',
    functions: {
      'is_native(name, /)': (_vm, name) => machine.isNative(asJS(name) ?? ''),
      'native_module(name, /)': (_vm, name) => machine.nativeModule(asJS(name) ?? '') ?? null,
      'frozen_package(name, /)': (_vm, name) => frozen(name)?.isPackage ?? null,
      'frozen_code(name, /)': (_vm, name) => {
        const f = frozen(name);
        if (f === null) return null;
        const code = new PyCode(decodeCode(f.code, true));
        code.hidden = code.co.filename.startsWith('<native>');
        return code;
      },
      '!import_module(name, /)': (v, name) => callPrelude(v, 'import_module', name),
      'use(finders, set_spec, /)': (_vm, finders, setSpec) => {
        for (const f of itemsSync(finders)!) machine.defaultFinders.add(f);
        vm.state.setSpec = setSpec;
        return null;
      },
      /** Keeps a Python function that stands for one of C out of tracebacks. */
      'hide(function, /)': (_vm, f) => {
        if (f instanceof PyFunction) f.code.hidden = true;
        return null;
      },
    },
  });
};
