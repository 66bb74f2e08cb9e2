/** The builtins module: types, functions and constants, as a namespace per VM. */
import { T, type VM } from '../objects/object.js';
import { exceptionTable } from '../objects/exception.js';
import { nativeFunction } from '../objects/define.js';
import { PyModule } from '../objects/function.js';
import { Ellipsis, NotImplemented } from '../objects/singletons.js';
import { coreFunctions } from './core.js';
import { scopeFunctions } from './scope.js';
import { sequenceFunctions } from './sequence.js';
import { addSiteBuiltins } from './site.js';

/** Types that are builtins under their own name. */
const TYPES = [
  'bool', 'memoryview', 'bytearray', 'bytes', 'classmethod', 'complex', 'dict', 'enumerate', 'filter', 'float', 'frozenset', 'property',
  'int', 'list', 'map', 'object', 'range', 'reversed', 'set', 'slice', 'staticmethod', 'str', 'super', 'tuple', 'type', 'zip',
];

export function makeBuiltins(_vm?: VM): PyModule {
  const m = new PyModule('builtins');
  const d = m.dict;
  d.setStr(
    '__doc__',
    "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\n" +
      "This module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\nobjects with the same name as a built-in value, but in\nwhich the built-in of that name is also needed.",
  );
  d.setStr('__package__', '');
  for (const fns of [coreFunctions, sequenceFunctions, scopeFunctions]) {
    for (const [sig, fn] of Object.entries(fns)) {
      // It is the module io's.
      const f = nativeFunction(sig, fn, sig.startsWith('!open(') ? 'io' : 'builtins');
      d.setStr(f.def.name, f);
    }
  }
  d.setStr('None', null);
  d.setStr('Ellipsis', Ellipsis);
  d.setStr('NotImplemented', NotImplemented);
  d.setStr('False', false);
  d.setStr('True', true);
  d.setStr('__debug__', true);
  for (const name of TYPES) if (T[name] !== undefined) d.setStr(name, T[name]!);
  for (const name of Object.keys(exceptionTable)) d.setStr(name, T[name]!);
  d.setStr('EnvironmentError', T.OSError!);
  d.setStr('IOError', T.OSError!);
  addSiteBuiltins(d);
  return m;
}
