// The `pyvm` command: loads its files with V8's code cache, so that start-up compiles nothing. A cache of another V8
// is refused by V8 itself; one for this V8 is then made in the user's cache directory.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

const here = new URL('.', import.meta.url).pathname;
const require = createRequire(import.meta.url);
const { env } = process;
const read = (file) => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

globalThis.__pyvmLoad = (name) => {
  const filename = `${here}${name}.cjs`;
  // The files are ASCII (esbuild escapes the rest): latin1 is the cheap way to a string.
  const source = `(function(require,module,exports,__dirname){${readFileSync(filename, 'latin1')}\n})`;
  const load = (file) => new Script(source, { filename, cachedData: read(file) });
  const making = env.PYVM_MAKE_CACHE;
  let script = load(`${here}${name}.cache`);
  let save = making === undefined ? undefined : `${making}/${name}.cache`;
  if (script.cachedDataRejected !== false && making === undefined) {
    const own = `${env.PYVM_CACHE ?? `${env.XDG_CACHE_HOME ?? `${env.HOME}/.cache`}/pyvm`}/${name}-${process.version}-__BUILD__.cache`;
    script = load(own);
    if (script.cachedDataRejected !== false && !existsSync(own)) save = own;
  }
  const module = { exports: {} };
  script.runInThisContext()(require, module, module.exports, here);
  if (save !== undefined) {
    process.on('exit', () => {
      try {
        mkdirSync(save.replace(/\/[^/]*$/, ''), { recursive: true });
        writeFileSync(save, script.createCachedData());
      } catch {
        // Without a cache it only starts slower.
      }
    });
  }
  return module.exports;
};
globalThis.__pyvmLoad('pyvm-cli');
