/** Types of None, Ellipsis and NotImplemented. */
import { defineType } from './define.js';
import { Ellipsis, NotImplemented, PyEllipsis, PyNotImplemented } from './singletons.js';

defineType({
  name: 'NoneType',
  instance: null,
  new: ['__new__(cls, /)', () => null],
  methods: {
    '__repr__(self, /)': () => 'None',
    '__bool__(self, /)': () => false,
    '__hash__(self, /)': () => 0x1d5a8e3f,
  },
});

defineType({
  name: 'ellipsis',
  instance: PyEllipsis,
  new: ['__new__(cls, /)', () => Ellipsis],
  methods: { '__repr__(self, /)': () => 'Ellipsis', '__reduce__(self, /)': () => 'Ellipsis' },
});

defineType({
  name: 'NotImplementedType',
  instance: PyNotImplemented,
  new: ['__new__(cls, /)', () => NotImplemented],
  methods: {
    '__repr__(self, /)': () => 'NotImplemented',
    '__bool__(self, /)': () => true,
    '__reduce__(self, /)': () => 'NotImplemented',
  },
});
