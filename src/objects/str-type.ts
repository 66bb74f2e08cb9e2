/** str: the type, put together from its files. */
import './str-core.js';
import './str-methods-search.js';
import './str-methods-shape.js';
import './str-methods-case.js';

export { makeStr, PyStrIterator, repeatStr } from './str-core.js';
