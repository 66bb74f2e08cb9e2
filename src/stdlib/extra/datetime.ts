/** _datetime_native: what datetime.py (CPython's own, see src/lib/datetime.py) has done natively. */
import { PyTuple } from '../../objects/tuple.js';
import type { PyType } from '../../objects/type.js';
import { defineModule } from '../define-module.js';
import type { NativeModuleMaker } from '../registry.js';
import { dateOf, MAX_ORDINAL, small } from './datetime-fields.js';
import { Classes } from './datetime-objects.js';
import { installDatetime } from './datetime-methods.js';

export const makeDatetimeNative: NativeModuleMaker = (_vm, machine) =>
  defineModule({
    name: '_datetime_native',
    functions: {
      /** Year, month and day of an ordinal, or None. */
      'date_of(ordinal, /)': (_vm, n) => (small(n) && n >= 1 && n <= MAX_ORDINAL ? new PyTuple(dateOf(n)) : null),
      /** Puts native methods into these classes. */
      'install(date, datetime, time, timedelta, tzinfo, timezone, week, /)': (vm, ...types) => {
        const [date, datetime, time, timedelta, tzinfo, timezone, week] = types as [PyType, PyType, PyType, PyType, PyType, PyType, PyType];
        installDatetime(vm, new Classes(vm, date, datetime, time, timedelta, tzinfo, timezone, week), machine);
        return null;
      },
    },
  });
