/** Characters by name (`\N{...}`) for the commands that only parse: the table belongs to a module of the machine's. */
import { Machine } from '../vm/machine.js';
import { lazyCompile } from './lazy-compiler.js';
import { NodeHost } from './node-host.js';

let lookup: ((name: string) => string | null) | undefined;

/** The character called `name`, null if there is none. */
export function lookupName(name: string): string | null {
  lookup ??= new Machine({ host: new NodeHost(), compile: lazyCompile }).thread.state.lookupName as (name: string) => string | null;
  return lookup(name);
}
