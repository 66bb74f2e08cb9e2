/** functools.update_wrapper for functions, which most decorators call. */
import type { PyValue } from '../../objects/object.js';
import { PyDict } from '../../objects/dict.js';
import { docOf, PyFunction } from '../../objects/function.js';
import { LRU, LruCache } from './lru-cache.js';

/** Gives `wrapper` the attributes of `wrapped` that WRAPPER_ASSIGNMENTS and WRAPPER_UPDATES name; false: not both are such objects, nothing has happened. */
export function updateWrapper(wrapper: PyValue, wrapped: PyValue): boolean {
  if (!(wrapped instanceof PyFunction) || wrapper === wrapped) return false;
  const { module, name, qualname } = wrapped;
  if (wrapper instanceof PyFunction) {
    wrapper.module = module;
    wrapper.name = name;
    wrapper.qualname = qualname;
    wrapper.doc = docOf(wrapped);
    wrapper.annotations = wrapped.annotations ??= new PyDict();
  } else if (wrapper instanceof LruCache && wrapper.cls === LRU) {
    const d = (wrapper.dict ??= new PyDict());
    d.setStr('__module__', module);
    d.setStr('__name__', name);
    d.setStr('__qualname__', qualname);
    d.setStr('__doc__', docOf(wrapped));
    d.setStr('__annotations__', (wrapped.annotations ??= new PyDict()));
  } else return false;
  const to = (wrapper.dict ??= new PyDict());
  if (wrapped.dict !== null) for (const [k, v] of wrapped.dict.entries()) to.setFast(k, v);
  to.setStr('__wrapped__', wrapped);
  return true;
}
