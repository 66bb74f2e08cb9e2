/** pyvm: the embedding API. */

export { Machine } from './vm/machine.js';
