/** Struct sequences: tuples whose items have names too (`sys.version_info`, `time.struct_time`). */
import { T, type PyValue } from './object.js';
import { defineType, type TypeRecord } from './define.js';
import { PyTuple, type PyList } from './tuple.js';
import type { PyType } from './type.js';
import { cont, andThen } from './object.js';
import { repr } from './convert.js';
import { asJS } from './str.js';
import { iterElse, listFrom } from './iterate.js';
import { typeError } from './errors.js';
import { typeName } from './type.js';

export interface StructSequence {
  readonly type: PyType;
  make(values: PyValue[]): PyTuple;
  /** The fields behind the visible ones. */
  rest(t: PyTuple): readonly PyValue[];
}

const SHOW = cont('structseq.repr', (_vm, s, c) => {
  const { name, fields, parts, rest } = c.a as { name: string; fields: readonly string[]; parts: string[]; rest: PyValue[] };
  parts.push(`${fields[parts.length]}=${asJS(s!)}`);
  return show(_vm, name, fields, parts, rest);
});

function show(vm: Parameters<typeof repr>[0], name: string, fields: readonly string[], parts: string[], rest: PyValue[]): ReturnType<typeof repr> {
  if (rest.length === 0) return `${name}(${parts.join(', ')})`;
  const base = vm.frame;
  return andThen(vm, base, repr(vm, rest[0]!), SHOW, { name, fields, parts, rest: rest.slice(1) });
}

interface Making {
  readonly name: string;
  readonly visible: number;
  readonly most: number;
  readonly make: (values: PyValue[]) => PyTuple;
}

const LIST = cont('structseq.list', (vm, it, c) => andThen(vm, vm.frame, listFrom(vm, it!), MADE, c.a));
const MADE = cont('structseq.made', (_vm, list, c) => {
  const { name, visible, most, make } = c.a as Making;
  const { items } = list as PyList;
  if (items.length < visible) throw typeError(`${name}() takes ${visible === most ? 'a' : 'an at least'} ${visible}-sequence (${items.length}-sequence given)`);
  if (items.length > most) throw typeError(`${name}() takes ${visible === most ? 'a' : 'an at most'} ${most}-sequence (${items.length}-sequence given)`);
  return make(items);
});

/** `visible`: how many fields are items of the tuple; the rest are attributes only. */
export function structSequence(name: string, fields: readonly string[], doc: string, options: { visible?: number; callable?: boolean } = {}): StructSequence {
  const visible = options.visible ?? fields.length;
  const hidden = new WeakMap<PyTuple, PyValue[]>();
  const members: NonNullable<TypeRecord['members']> = {};
  fields.forEach((f, i) => {
    members[f] = (_vm, self: PyTuple) => (i < visible ? self.items[i]! : (hidden.get(self)?.[i - visible] ?? null));
  });
  const make = (values: PyValue[]): PyTuple => {
    const t = new PyTuple(values.slice(0, visible), type);
    if (values.length > visible) hidden.set(t, values.slice(visible));
    return t;
  };
  const short = name.slice(name.lastIndexOf('.') + 1);
  const type = defineType({
    name,
    base: T.tuple,
    instance: null,
    doc,
    ...(options.callable === false
      ? {}
      : {
          new: ['!__new__(cls, sequence, dict=None)', (vm, _cls, seq) => {
            const base = vm.frame;
            return andThen(vm, base, iterElse(vm, seq, 'constructor requires a sequence'), LIST, { name, visible, most: fields.length, make });
          }] as const,
        }),
    methods: {
      '!__repr__(self, /)': (vm, self: PyTuple) => show(vm, name, fields, [], self.items),
      '__reduce__(self, /)': (_vm, self: PyTuple) => new PyTuple([self.cls, new PyTuple([new PyTuple(self.items.slice())])]),
    },
    members,
    attrs: { n_fields: fields.length, n_sequence_fields: visible, n_unnamed_fields: 0, __match_args__: new PyTuple(fields.slice(0, visible) as PyValue[]) },
  });
  type.dict.setStr('__module__', name.slice(0, Math.max(0, name.length - short.length - 1)) || 'builtins');
  return { type, make, rest: (t) => hidden.get(t) ?? [] };
}

export { typeName };
