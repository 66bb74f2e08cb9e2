/**
 * Native modules that not every program needs are a file of their own (registry-extra.ts, built as
 * pyvm-stdlib.cjs), loaded at the first import of one of them.
 */
import { sharedModules } from './generated/shared-modules.js';
import type { NativeModuleMaker } from './registry.js';

type Makers = Readonly<Record<string, NativeModuleMaker>>;

/** What evaluates the file and gives its exports; a browser page sets it (`useStdlib`). */
let load: (() => { extraModules: Makers }) | null = null;
let makers: Makers | null = null;

/** Lets `import` find the extra modules through `loader`, the default export of pyvm-stdlib.min.js. */
export function useStdlib(loader: () => unknown): void {
  load = loader as typeof load;
  makers = null;
}

interface NodeModules {
  getBuiltinModule?(name: 'node:fs'): { readFileSync(path: URL, encoding: 'utf8'): string };
  getBuiltinModule?(name: 'node:vm'): { compileFunction(code: string, params: string[], options: object): Function };
}

/** The file beside this one (or in dist, when the sources run), without the module system: each copy of the machine has its own. */
function fromDisk(): { extraModules: Makers } | null {
  const p = (globalThis as { process?: NodeModules }).process;
  const fs = p?.getBuiltinModule?.('node:fs') as { readFileSync(path: URL, encoding: 'utf8'): string } | undefined;
  const vm = p?.getBuiltinModule?.('node:vm' as never) as unknown as { compileFunction(code: string, params: string[], options: object): Function } | undefined;
  if (fs === undefined || vm === undefined) return null;
  for (const place of ['pyvm-stdlib.cjs', '../pyvm-stdlib.cjs', '../../dist/pyvm-stdlib.cjs']) {
    let text: string;
    try {
      text = fs.readFileSync(new URL(place, import.meta.url), 'utf8');
    } catch {
      continue;
    }
    const module = { exports: {} as { extraModules: Makers } };
    vm.compileFunction(text, ['module', 'exports'], { filename: place })(module, module.exports);
    return module.exports;
  }
  return null;
}

/** Makers of the extra modules, by name; none where the file is not to be had. */
export function extraModules(): Makers {
  if (makers === null) {
    const g = globalThis as { __pyvmShared?: Record<string, object>; __pyvmLoad?(name: string): unknown };
    g.__pyvmShared = { ...g.__pyvmShared, ...sharedModules() };
    const file = load !== null ? load() : g.__pyvmLoad !== undefined ? (g.__pyvmLoad('pyvm-stdlib') as { extraModules: Makers }) : fromDisk();
    makers = file?.extraModules ?? {};
  }
  return makers;
}
