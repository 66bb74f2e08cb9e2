/** Types of None, Ellipsis and NotImplemented. */
import { warn } from './warn.js';
import { defineType } from './define.js';
import { T, type PyValue, type VM } from './object.js';
import { typeError } from './errors.js';
import { Ellipsis, NotImplemented, PyEllipsis, PyNotImplemented } from './singletons.js';

const noArguments =
  (name: string, value: PyValue) =>
  (_vm: VM, _cls: PyValue, args: PyValue[], kw: Map<string, PyValue>): PyValue => {
    if (args.length > 0 || kw.size > 0) throw typeError(`${name} takes no arguments`);
    return value;
  };

defineType({
  name: 'NoneType',
  instance: null,
  new: ['__new__(cls, /, *args, **kwargs)', noArguments('NoneType', null)],
  methods: {
    '__repr__(self, /)': () => 'None',
    '__bool__(self, /)': () => false,
    '__hash__(self, /)': () => 0x1d5a8e3f,
  },
});

defineType({
  name: 'ellipsis',
  instance: PyEllipsis,
  new: ['__new__(cls, /, *args, **kwargs)', noArguments('EllipsisType', Ellipsis)],
  methods: { '__repr__(self, /)': () => 'Ellipsis', '__reduce__(self, /)': () => 'Ellipsis' },
});

defineType({
  name: 'NotImplementedType',
  instance: PyNotImplemented,
  new: ['__new__(cls, /, *args, **kwargs)', noArguments('NotImplementedType', NotImplemented)],
  methods: {
    '__repr__(self, /)': () => 'NotImplemented',
    '!__bool__(self, /)': (vm) => warn(vm, T.DeprecationWarning!, 'NotImplemented should not be used in a boolean context', true),
    '__reduce__(self, /)': () => 'NotImplemented',
  },
});
