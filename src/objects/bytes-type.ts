/** bytes and bytearray: the types, put together from their files. */
import './bytes-core.js';
import './bytearray-type.js';

export { PyBytesIterator } from './bytes-core.js';
