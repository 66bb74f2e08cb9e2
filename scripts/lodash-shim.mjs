// What Chevrotain calls of lodash, on arrays and plain objects, without lodash's other ways of being called (property
// names for functions, lazy chains): 26 KB less in the bundle. Bundled in its place by slim.mjs.
const isArrayLike = (c) => typeof c === 'string' || Array.isArray(c);
/** Values of an array or object with their keys; `fn` false: stop. */
function each(c, fn) {
  if (c === null || c === undefined) return;
  if (isArrayLike(c)) for (let i = 0; i < c.length && fn(c[i], i, c) !== false; i++);
  else for (const k of Object.keys(c)) if (fn(c[k], k, c) === false) return;
}

export const identity = (x) => x;
export const noop = () => {};
export const isArray = Array.isArray;
export const isString = (x) => typeof x === 'string';
export const isFunction = (x) => typeof x === 'function';
export const isUndefined = (x) => x === undefined;
export const isRegExp = (x) => x instanceof RegExp;
export const isObject = (x) => x !== null && (typeof x === 'object' || typeof x === 'function');
export const isEmpty = (c) => c === null || c === undefined || (isArrayLike(c) ? c.length === 0 : Object.keys(c).length === 0);
export const keys = (c) => (c === null || c === undefined ? [] : Object.keys(c));
export const values = (c) => (c === null || c === undefined ? [] : Object.values(c));
export const has = (c, k) => c !== null && c !== undefined && Object.hasOwn(c, k);
export const clone = (c) => (isArray(c) ? c.slice() : isObject(c) ? Object.assign(Object.create(Object.getPrototypeOf(c)), c) : c);
export const assign = Object.assign;
export function defaults(to, ...from) {
  for (const f of from) for (const k of keys(f)) if (to[k] === undefined) to[k] = f[k];
  return to;
}

export const forEach = (c, fn) => (each(c, fn), c);
export function map(c, fn = identity) {
  const out = [];
  each(c, (v, k) => void out.push(fn(v, k, c)));
  return out;
}
export function filter(c, fn) {
  const out = [];
  each(c, (v, k) => void (fn(v, k, c) && out.push(v)));
  return out;
}
export const reject = (c, fn) => filter(c, (v, k) => !fn(v, k, c));
export function find(c, fn) {
  let out;
  each(c, (v, k) => !fn(v, k, c) || ((out = v), false));
  return out;
}
export function some(c, fn = identity) {
  let out = false;
  each(c, (v, k) => !fn(v, k, c) || ((out = true), false));
  return out;
}
export const every = (c, fn = identity) => !some(c, (v, k) => !fn(v, k, c));
export function reduce(c, fn, start) {
  let out = start;
  each(c, (v, k) => void (out = fn(out, v, k, c)));
  return out;
}
export function groupBy(c, fn) {
  const out = {};
  each(c, (v) => void (out[fn(v)] ??= []).push(v));
  return out;
}
export function pickBy(c, fn) {
  const out = {};
  each(c, (v, k) => void (fn(v, k) && (out[k] = v)));
  return out;
}
export const includes = (c, x) => (isArrayLike(c) ? c : values(c)).includes(x);
export const indexOf = (c, x) => (c ?? []).indexOf(x);
export const flatten = (c) => (c ?? []).flat();
export const flatMap = (c, fn) => map(c, fn).flat();
export const compact = (c) => filter(c, identity);
export const uniq = (c) => [...new Set(c ?? [])];
export const difference = (c, ...others) => filter(c, (v) => !others.some((o) => o.includes(v)));
export const first = (c) => c?.[0];
export const last = (c) => c?.[c.length - 1];
export const drop = (c, n = 1) => (c ?? []).slice(n);
export const dropRight = (c, n = 1) => (c ?? []).slice(0, Math.max(0, (c?.length ?? 0) - n));
export const upperFirst = (s) => s.slice(0, 1).toUpperCase() + s.slice(1);
