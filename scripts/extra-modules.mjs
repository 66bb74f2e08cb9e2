// The library's rarer native modules are a file of their own (src/stdlib/registry-extra.ts), so that start-up loads
// none of them. That file takes the classes and functions it shares with the machine from the machine: everything
// outside its own graph that its files import by name. The list of those names is generated here.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/** Files of src that belong to the extra file alone: what only registry-extra.ts reaches. Paths below src, without `.ts`. */
async function extraOnly(root) {
  const graph = async (entry, stop) => {
    const r = await build({ entryPoints: [join(root, entry)], bundle: true, write: false, metafile: true, absWorkingDir: root, platform: 'neutral', format: 'esm', logLevel: 'silent', plugins: stop, external: ['node:*', 'fflate', 'pako', 'chevrotain'] });
    return new Set(Object.keys(r.metafile.inputs).map((f) => relative(join(root, 'src'), join(root, f)).replace(/\.ts$/, '')));
  };
  const stub = {
    name: 'stub',
    setup: (b) => {
      // It may not be there yet: this is what it is made from.
      b.onResolve({ filter: /generated\/shared-modules\.js$/ }, (a) => ({ path: a.path, namespace: 'stub' }));
      b.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export const sharedModules = () => ({});' }));
    },
  };
  // Shared is what both the command's machine and the library have; tables both lack or only one has are bundled here.
  const [library, command] = await Promise.all(['src/index.ts', 'src/cli/main.ts'].map((f) => graph(f, [stub])));
  const core = new Set([...library].filter((f) => command.has(f)));
  const extra = await graph('src/stdlib/registry-extra.ts', [stub]);
  return { own: new Set([...extra].filter((f) => !core.has(f))), core };
}

const IMPORT = /^(?:import|export)\s+(?!type\s)(?:\{([^}]*)\}|\*\s+as\s+\w+)?\s*(?:from\s+)?'(\.[^']+)\.js'/gm;

/** What the extra file's own files import by name, by the machine's file they have it from. */
function sharedNames(root, own) {
  const names = new Map();
  for (const f of own) {
    for (const m of readFileSync(join(root, 'src', `${f}.ts`), 'utf8').matchAll(IMPORT)) {
      const target = join(dirname(f), m[2]);
      if (own.has(target)) continue;
      const set = names.get(target) ?? new Set();
      names.set(target, set);
      for (const n of (m[1] ?? '').split(',').map((s) => s.trim()).filter((s) => s !== '' && !s.startsWith('type '))) set.add(n.split(/\s+as\s+/)[0]);
    }
  }
  return names;
}

/** Writes src/stdlib/generated/shared-modules.ts. */
export async function writeSharedModules(root, write) {
  const names = sharedNames(root, (await extraOnly(root)).own);
  const files = [...names].filter(([, set]) => set.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const imports = files.map(([f, set], i) => `import { ${[...set].sort().map((n) => `${n} as ${n}_${i}`).join(', ')} } from '../../${f}.js';`);
  const rows = files.map(([f, set], i) => `  '${f}': { ${[...set].sort().map((n) => `${n}: ${n}_${i}`).join(', ')} },`);
  write(
    join(root, 'src/stdlib/generated/shared-modules.ts'),
    `/** Made by scripts/extra-modules.mjs: what the extra library modules take from the machine, by file. */\n${imports.join('\n')}\n\nexport const sharedModules = (): Record<string, object> => ({\n${rows.join('\n')}\n});\n`,
  );
}

/**
 * Lets the extra file's imports from the machine's files read `globalThis.__pyvmShared`. They become variables of the file:
 * an import of a CommonJS module would be a getter at every use (a tenth of the time of a program around a heap).
 * Each module is made at its first import.
 */
export function sharedPlugin(root) {
  let files = null;
  let names = null;
  return {
    name: 'shared-with-machine',
    setup(b) {
      b.onResolve({ filter: /^\.\.?\/.*\.js$/ }, async (a) => {
        files ??= (await extraOnly(root)).own;
        const file = relative(join(root, 'src'), join(dirname(a.importer), a.path)).replace(/\.js$/, '');
        return files.has(file) || a.importer.includes('node_modules') ? undefined : { path: file, namespace: 'shared' };
      });
      b.onLoad({ filter: /.*/, namespace: 'shared' }, (a) => {
        names ??= sharedNames(root, files);
        return { contents: `export const { ${[...(names.get(a.path) ?? [])].join(', ')} } = globalThis.__pyvmShared[${JSON.stringify(a.path)}];` };
      });
      // A file that is asked for by `require` runs then; one that is imported, with the whole.
      b.onLoad({ filter: /registry-extra\.ts$/ }, (a) => ({
        loader: 'ts',
        contents: readFileSync(a.path, 'utf8').replace(/^import \{ (.*) \} from '(.*)';$/gm, (_, list, from) => list.split(', ').map((n) => `const ${n} = (...a) => require('${from}').${n}(...a);`).join('\n')),
      }));
    },
  };
}

/** The same file for a browser: `import { useStdlib } from './pyvm.min.js'; import load from './pyvm-stdlib.min.js'; useStdlib(load)`. */
export function browserStdlib(text) {
  return `export default function(){const module={exports:{}};(function(module,exports){${text}\n})(module,module.exports);return module.exports}\n`;
}
