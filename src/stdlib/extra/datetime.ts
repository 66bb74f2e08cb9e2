/** _datetime_native: what datetime.py (CPython's own, see src/lib/datetime.py) has done natively. */
import { PyTuple } from '../../objects/tuple.js';
import type { PyType } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';
import { dateOf, MAX_ORDINAL, small } from './datetime-fields.js';
import { installDatetime } from './datetime-methods.js';

export const makeDatetimeNative: NativeModuleMaker = () =>
  defineModule({
    name: '_datetime_native',
    functions: {
      /** Year, month and day of an ordinal, or None. */
      'date_of(ordinal, /)': (_vm, n) => (small(n) && n >= 1 && n <= MAX_ORDINAL ? new PyTuple(dateOf(n)) : null),
      /** Puts native methods into these classes. */
      'install(date, datetime, timedelta, /)': (vm, date, datetime, timedelta) => {
        installDatetime(vm, date as unknown as PyType, datetime as unknown as PyType, timedelta as unknown as PyType);
        return null;
      },
    },
  });
