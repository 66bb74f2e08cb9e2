/** `str.encode` and `bytes.decode` with encodings and error handlers that are not native: they are looked up in the registry (lib/_codecs.py). */
import { PyBytes } from '../objects/bytes.js';
import { callPrelude } from '../objects/call.js';
import { canonicalEncoding, codecHooks, DIRECT } from '../objects/codecs.js';
import { strFromJS } from '../objects/str.js';

/** False: not native. 'direct': the errors of its codec are not explained, as CPython does not look it up in the registry. */
const nativeEncoding = (name: string): boolean | string => {
  const c = canonicalEncoding(name);
  return c !== undefined && c !== 'utf-7' && (DIRECT.has(c) ? 'direct' : true);
};
codecHooks.encode = (vm, s, encoding, errors) => callPrelude(vm, 'str_encode', s, strFromJS(encoding), strFromJS(errors), nativeEncoding(encoding));
codecHooks.decode = (vm, b, encoding, errors) => callPrelude(vm, 'bytes_decode', new PyBytes(b.slice()), strFromJS(encoding), strFromJS(errors), nativeEncoding(encoding));
