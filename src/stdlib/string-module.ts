/** _string: the parsing of format strings for string.Formatter. */
import { PyObject, type PyValue } from '../objects/object.js';
import { typeError, valueError } from '../objects/errors.js';
import { defineType } from '../objects/define.js';
import { asJS, strFromJS } from '../objects/str.js';
import { PyTuple } from '../objects/tuple.js';
import { typeName } from '../objects/type.js';
import { defineModule } from './define-module.js';
import type { NativeModuleMaker } from './registry.js';

class Items extends PyObject {
  at = 0;
  constructor(readonly items: PyValue[]) {
    super();
  }
}
defineType({
  name: 'formatteriterator',
  instance: Items,
  methods: { '__iter__(self, /)': (_vm, self) => self, '__next__(self, /)': (_vm, self: Items) => self.items[self.at++] },
});

/** (literal, field, spec, conversion) of each part of a format string. */
function parts(s: string): PyValue[] {
  const out: PyValue[] = [];
  let i = 0;
  while (i < s.length) {
    let literal = '';
    let field = false;
    while (i < s.length) {
      const c = s[i++]!;
      if (c === '{' || c === '}') {
        if (s[i] === c) {
          literal += c;
          i++;
          // A doubled brace ends the part, as in CPython's iterator.
          break;
        }
        if (c === '}') throw valueError("Single '}' encountered in format string");
        if (i >= s.length) throw valueError("Single '{' encountered in format string");
        field = true;
        break;
      }
      literal += c;
    }
    if (!field) {
      out.push(new PyTuple([strFromJS(literal), null, null, null]));
      continue;
    }
    const from = i;
    let depth = 1;
    let bracket = false;
    let nameEnd = -1;
    for (; i < s.length; i++) {
      const c = s[i]!;
      if (nameEnd < 0) {
        if (c === '[') bracket = true;
        else if (c === ']') bracket = false;
        else if (!bracket && (c === ':' || c === '!') && depth === 1) nameEnd = i;
      }
      if (bracket) continue;
      if (c === '{') depth++;
      else if (c === '}' && --depth === 0) break;
    }
    if (depth > 0) throw valueError("expected '}' before end of string");
    const end = i++;
    const name = s.slice(from, nameEnd < 0 ? end : nameEnd);
    let conversion: PyValue = null;
    let spec = '';
    if (nameEnd >= 0) {
      let at = nameEnd;
      if (s[at] === '!') {
        if (at + 1 >= end) throw valueError("end of string while looking for conversion specifier");
        conversion = s[at + 1]!;
        at += 2;
        if (at < end && s[at] !== ':') throw valueError("expected ':' after conversion specifier");
      }
      spec = s.slice(Math.min(at + 1, end), end);
    }
    out.push(new PyTuple([strFromJS(literal), strFromJS(name), strFromJS(spec), conversion]));
  }
  return out;
}

/** first, [(is_attr, key)...] of a field name. */
function split(s: string): PyTuple {
  const m = /^[^.[]*/.exec(s)![0];
  const rest: PyValue[] = [];
  let i = m.length;
  const key = (t: string): PyValue => (/^\d+$/.test(t) ? Number(t) : strFromJS(t));
  while (i < s.length) {
    if (s[i] === '.') {
      const t = /^[^.[]*/.exec(s.slice(i + 1))![0];
      if (t === '') throw valueError('Empty attribute in format string');
      rest.push(new PyTuple([true, strFromJS(t)]));
      i += 1 + t.length;
    } else if (s[i] === '[') {
      const close = s.indexOf(']', i);
      if (close < 0) throw valueError("Missing ']' in format string");
      const t = s.slice(i + 1, close);
      if (t === '') throw valueError('Empty attribute in format string');
      rest.push(new PyTuple([false, key(t)]));
      i = close + 1;
    } else throw valueError("Only '.' or '[' may follow ']' in format field specifier");
  }
  return new PyTuple([key(m), new Items(rest)]);
}

const text = (v: PyValue): string => {
  const s = asJS(v);
  if (s === undefined) throw typeError(`expected str, got ${typeName(v)}`);
  return s;
};

export const makeString: NativeModuleMaker = () =>
  defineModule({
    name: '_string',
    functions: {
      'formatter_parser(string, /)': (_vm, s) => new Items(parts(text(s))),
      'formatter_field_name_split(string, /)': (_vm, s) => split(text(s)),
    },
  });
