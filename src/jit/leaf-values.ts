/** Leaves (leaf.ts): what is known of values on the way through the code, and their attributes. */
import type { PyCode } from '../objects/code.js';
import { PyFunction, type PyMethod } from '../objects/function.js';
import { T, type PyValue } from '../objects/object.js';
import type { Shape } from '../objects/type.js';
import { CLASS_METHOD, CONSTANT, DATA, GETTER, METHOD, STATIC, type AttrCache } from '../vm/ops/attributes.js';
import type { Analysis } from './analyse.js';
import type { Feedback } from './feedback.js';
import { Stores } from './leaf.js';
import { Type } from './types.js';

export interface Value {
  readonly type: Type;
  /** A JavaScript constant, or a literal. */
  readonly text: string;
  /** Of a float: where it is as a Python value. */
  readonly boxed?: string;
  /** What is known to be called by it. */
  readonly known?: PyValue;
}

/** `text` assigns `value` to place `key` of what the constant `base` holds. */
export interface Store {
  readonly kind: 'attr' | 'cell' | 'list';
  readonly base: string;
  readonly key: string;
  readonly value: Value | undefined;
  readonly text: string;
}

/** What is known on the way to an instruction. */
export interface Path {
  readonly locals: (Value | undefined)[];
  readonly stack: Value[];
  /** By constant: what it turned out to be. */
  readonly facts: Map<string, Value>;
  readonly shapes: Map<string, Shape>;
  /** Objects made here. */
  readonly fresh: Set<string>;
  readonly stores: Store[];
}

export const copyPath = (p: Path): Path => ({
  locals: p.locals.slice(),
  stack: p.stack.slice(),
  facts: new Map(p.facts),
  shapes: new Map(p.shapes),
  fresh: new Set(p.fresh),
  stores: p.stores.slice(),
});

/** What is done where something is not as expected. */
export const EXIT = 'return miss(L);';

/** The last store to come of that place. */
export function waitingFor(p: Path, kind: Store['kind'], base: string, key: string): Store | undefined {
  return p.stores.filter((s) => s.kind === kind && s.base === base && s.key === key).at(-1);
}

export abstract class LeafValues {
  readonly constants: PyValue[] = [];
  stores: Stores = Stores.NOTHING;
  nesting = 0;
  /** Whether any way ends in a result. */
  returns = false;
  protected size = 0;
  protected names = 0;
  usesGlobals = false;

  constructor(
    protected readonly code: PyCode,
    protected readonly a: Analysis,
    protected readonly fb: Feedback,
  ) {}

  protected constant(v: PyValue): string {
    let i = this.constants.indexOf(v);
    if (i < 0) i = this.constants.push(v) - 1;
    return `k${i}`;
  }

  protected name(): string {
    return `v${this.names++}`;
  }

  protected boxed(v: Value): string {
    return v.type === Type.FLOAT ? (v.boxed ?? `new PyFloat(${v.text})`) : v.text;
  }

  /** Text after which a value that is stored is one Python value from then on, and the value. */
  protected kept(v: Value): [string, Value] {
    if (v.type !== Type.FLOAT || v.boxed !== undefined) return ['', v];
    const boxed = this.name();
    return [`const ${boxed}=new PyFloat(${v.text});`, { ...v, boxed }];
  }

  /** A value as it is known by now. */
  protected known(p: Path, v: Value): Value {
    return p.facts.get(v.text) ?? v;
  }

  protected push(p: Path, type: Type, text: string): string {
    const v = this.name();
    p.stack.push({ type, text: v });
    return `const ${v}=${text};`;
  }

  /** The operand as a JS number of `type`. */
  protected number(p: Path, v: Value, type: Type): [string, string] {
    const k = this.known(p, v);
    if (k.type === Type.INT || k.type === Type.FLOAT) return k.type === type || type === Type.FLOAT ? ['', k.text] : [EXIT, k.text];
    if (k.type === Type.BOOL) return [EXIT, '0'];
    if (type === Type.INT) {
      p.facts.set(v.text, { type, text: v.text });
      return [`if(typeof ${v.text}!=='number')${EXIT}`, v.text];
    }
    const x = this.name();
    p.facts.set(v.text, { type, text: x, boxed: v.text });
    return [`if(!(${v.text} instanceof PyFloat))${EXIT}const ${x}=${v.text}.v;`, x];
  }

  /** Before what constant `base` holds is looked at: it is none of the others that have stores to come. */
  protected apart(p: Path, kind: Store['kind'], base: string): string {
    const others = new Set(p.stores.filter((s) => s.kind === kind && s.base !== base && !(p.fresh.has(s.base) && p.fresh.has(base))).map((s) => s.base));
    return [...others].map((o) => `if(${o}===${base})${EXIT}`).join('');
  }

  /** The caches of guest classes at an attribute instruction. */
  protected caches(pc: number, usable: (c: AttrCache) => boolean): AttrCache[] {
    const out: AttrCache[] = [];
    for (let c = (this.code.caches[pc] as AttrCache | null | undefined) ?? null; c !== null && out.length < 4; c = c.alt) {
      if (c.shape !== null && c.cls.version === c.version && usable(c)) out.push(c);
    }
    return out;
  }

  /** Text after which `o` is known to have a shape of `found`; null: it cannot. The one it has, when there is but one. */
  protected shape(p: Path, o: string, found: readonly AttrCache[]): { text: string; cache: AttrCache } | null {
    const known = p.shapes.get(o);
    if (known !== undefined) {
      const cache = found.find((c) => c.shape === known);
      return cache === undefined ? null : { text: '', cache };
    }
    const cache = found[0];
    if (cache === undefined || found.length > 1) return null;
    const k = this.known(p, { type: Type.OBJECT, text: o });
    if (k.type !== Type.OBJECT) return null;
    p.shapes.set(o, cache.shape!);
    return { text: `if(!(${o} instanceof PyInstance)||${o}.shape!==${this.constant(cache.shape as unknown as PyValue)}||${this.constant(cache.cls)}.version!==${cache.version})${EXIT}`, cache };
  }

  /** The index in its slots of an attribute of `o`, which has one of some shapes. */
  protected places(p: Path, o: string, found: readonly AttrCache[]): { text: string; index: string } | null {
    if (found.length < 2 || p.shapes.get(o) !== undefined || !found.every((c) => c.index >= c.shape!.nmembers && c.next === null)) return null;
    const s = this.name();
    const i = this.name();
    const tests = found.map((c) => `${s}===${this.constant(c.shape as unknown as PyValue)}&&${this.constant(c.cls)}.version===${c.version}?${c.index}:`).join('');
    return { text: `const ${s}=${o} instanceof PyInstance?${o}.shape:null,${i}=${tests}-1;if(${i}<0)${EXIT}`, index: i };
  }

  protected loadAttr(pc: number, name: number, p: Path): string | null {
    const o = this.known(p, p.stack.pop()!);
    if (o.type !== Type.OBJECT || !/^[lv]/.test(o.text)) return null;
    let out = this.apart(p, 'attr', o.text);
    const waiting = waitingFor(p, 'attr', o.text, this.code.names[name]!);
    if (waiting !== undefined) {
      p.stack.push(waiting.value!);
      return out;
    }
    const first = this.code.caches[pc] as AttrCache | undefined;
    if (first !== undefined && first.cls === T.module && first.dict !== null) {
      const d = this.constant(first.dict);
      out += `if(!(${o.text} instanceof PyModule)||${o.text}.dict!==${d}||${d}.keys[${first.index}]!==${this.constant(first.name)})${EXIT}`;
      return out + this.push(p, Type.OBJECT, `${d}.vals[${first.index}]`);
    }
    const found = this.caches(pc, (c) => c.index >= 0 || c.index === DATA || c.index === METHOD || c.index === GETTER || c.index === CONSTANT);
    const places = this.places(p, o.text, found);
    if (places !== null) return out + places.text + this.push(p, Type.OBJECT, `${o.text}.slots[${places.index}]`);
    const shape = this.shape(p, o.text, found);
    if (shape === null) return null;
    const c = shape.cache;
    out += shape.text;
    if (c.index === DATA) return out + this.push(p, Type.OBJECT, `${this.constant(c.dict!)}.vals[${c.value as number}]`);
    if (c.index === CONSTANT) {
      p.stack.push({ type: Type.OBJECT, text: this.constant(c.value!) });
      return out;
    }
    if (c.index === METHOD) return out + this.push(p, Type.OBJECT, `new PyMethod(${this.constant(c.value!)},${o.text})`);
    if (c.index === GETTER) {
      const call = c.value instanceof PyFunction ? this.nested(p, c.value.code, this.constant(c.value), [o]) : null;
      return call === null ? null : out + call;
    }
    const key = `${o.text}.${c.index}`;
    const again = p.facts.get(key);
    if (again !== undefined) {
      p.stack.push(again);
      return out;
    }
    out += this.push(p, Type.OBJECT, `${o.text}.slots[${c.index}]`);
    const v = p.stack.at(-1)!;
    p.facts.set(key, v);
    if (c.index < c.shape!.nmembers) out += `if(${v.text}===undefined)${EXIT}`;
    return out;
  }

  protected storeAttr(pc: number, name: number, p: Path): string | null {
    const o = this.known(p, p.stack.pop()!);
    const v = this.known(p, p.stack.pop()!);
    if (o.type !== Type.OBJECT || !/^[lv]/.test(o.text)) return null;
    let out = this.apart(p, 'attr', o.text);
    const found = this.caches(pc, (c) => c.index >= 0);
    const places = this.places(p, o.text, found);
    const shape = places === null ? this.shape(p, o.text, found) : null;
    if (places === null && shape === null) return null;
    out += (places ?? shape)!.text;
    const index = places?.index ?? String(shape!.cache.index);
    const next = shape?.cache.next ?? null;
    let then = '';
    if (next !== null) {
      then = `${o.text}.shape=${this.constant(next as unknown as PyValue)};`;
      p.shapes.set(o.text, next);
      // The shapes on the way are of no use.
      const before = p.stores.map((s) => s.kind === 'attr' && s.base === o.text && s.text.includes('.shape=')).lastIndexOf(true);
      if (before >= 0) p.stores[before] = { ...p.stores[before]!, text: p.stores[before]!.text.replace(/[lv]\d+\.shape=k\d+;/, '') };
    }
    p.facts.delete(`${o.text}.${index}`);
    const [text, value] = this.kept(v);
    p.stores.push({ kind: 'attr', base: o.text, key: this.code.names[name]!, value, text: `${o.text}.slots[${index}]=${this.boxed(value)};${then}` });
    return out + text;
  }

  /** LOAD_METHOD: the function and what it is bound to, or a hole and the value. */
  protected loadMethod(pc: number, name: number, p: Path): string | null {
    const o = this.known(p, p.stack.pop()!);
    if (o.type !== Type.OBJECT || !/^[lv]/.test(o.text)) return null;
    const hole: Value = { type: Type.OBJECT, text: 'undefined' };
    let out = this.apart(p, 'attr', o.text);
    if (p.stores.some((s) => s.kind === 'attr' && s.base === o.text && s.key === this.code.names[name])) return null;
    const first = this.code.caches[pc] as AttrCache | undefined;
    if (first !== undefined && first.shape === null && first.dict !== null && first.cls === T.module) {
      const d = this.constant(first.dict);
      p.stack.push(hole);
      out += `if(!(${o.text} instanceof PyModule)||${o.text}.dict!==${d}||${d}.keys[${first.index}]!==${this.constant(this.code.names[name]!)})${EXIT}`;
      return out + this.push(p, Type.OBJECT, `${d}.vals[${first.index}]`);
    }
    if (first !== undefined && first.shape === null && first.dict === null && first.index === -1 && first.cls === T.list) {
      out += `if(typeof ${o.text}!=='object'||${o.text}===null||${o.text}.cls!==${this.constant(first.cls)}||${this.constant(first.cls)}.version!==${first.version})${EXIT}`;
      p.stack.push({ type: Type.OBJECT, text: 'undefined', known: first.value! }, o);
      return out;
    }
    const shape = this.shape(p, o.text, this.caches(pc, (c) => c.index === -1 || c.index === STATIC || c.index === CLASS_METHOD || c.index >= c.shape!.nmembers));
    if (shape === null) return null;
    const c = shape.cache;
    out += shape.text;
    if (c.index >= 0) {
      p.stack.push(hole);
      return out + this.push(p, Type.OBJECT, `${o.text}.slots[${c.index}]`);
    }
    const inner = (c.value as PyMethod | PyFunction | { func?: PyValue } | null) ?? null;
    if (c.index === -1) p.stack.push({ type: Type.OBJECT, text: this.constant(c.value!), known: c.value! }, o);
    else {
      const func = (inner as { func?: PyValue } | null)?.func;
      if (func === undefined) return null;
      if (c.index === STATIC) p.stack.push(hole, { type: Type.OBJECT, text: this.constant(func), known: func });
      else p.stack.push({ type: Type.OBJECT, text: this.constant(func), known: func }, { type: Type.OBJECT, text: this.constant(c.cls) });
    }
    return out;
  }

  /** A call of the leaf of `code`, in function `fn`, inside this one; its value is pushed. Null: it cannot be. */
  protected abstract nested(p: Path, code: PyCode, fn: string, args: readonly Value[]): string | null;
}
