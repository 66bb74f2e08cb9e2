// The `pyvm` command: loads its files with V8's code cache, so that start-up compiles nothing. A cache of another V8
// is refused by V8 itself; one for this V8 is then made in the user's cache directory.
// It is CommonJS, in a folder of its own that says so: Node's loader of ES modules alone takes 5 ms.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { Script } = require('node:vm');

const here = `${__dirname}/../`;
const { env } = process;
const read = (file) => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

// `performance` would load node:perf_hooks.
globalThis.__pyvmNow = () => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
};

// While library modules are imported (NodeHost.importing): nearly everything that is allocated stays, and a young
// generation that is large at once spares V8 copying it again and again, and collecting the old one early; and loops
// are not to be replaced in the middle for code that runs once. V8 refuses code caches made under other flags, so they are read and
// made under its own.
//
// Once there is compiled Python code (tier 1), no loops are replaced any more either: compiled code comes back every few
// thousand iterations anyway, and a generator that V8 replaced in a loop once is entered unoptimised from then on, each
// time it is resumed (docs/decisions/0014). But for a slice in which a native works for long: it may be called only once.
let v8;
let importing = false;
let hot = false;
let working = false;
/** What of node:v8 is wanted here; that module loads streams, which takes a millisecond. Node may do without the short way some day. */
const settings = () => {
  const silent = process.noDeprecation;
  try {
    process.noDeprecation = true;
    const binding = process.binding('v8');
    if (typeof binding.setFlagsFromString === 'function') return binding;
  } catch {
    // The other way.
  } finally {
    process.noDeprecation = silent;
  }
  return require('node:v8');
};
globalThis.__pyvmV8 = () => (v8 ??= settings());
const flags = (plain) => {
  v8 ??= settings();
  v8.setFlagsFromString(`--semi-space-growth-factor=${importing && !plain ? 16 : 2}`);
  v8.setFlagsFromString((importing || (hot && !working)) && !plain ? '--no-use-osr' : '--use-osr');
};
globalThis.__pyvmImporting = (on) => {
  importing = on;
  flags(false);
};
globalThis.__pyvmHot = () => {
  hot = true;
  flags(false);
};
globalThis.__pyvmWorking = (on) => {
  working = on;
  if (hot) flags(false);
};
const plainly = (f) => {
  if (!importing && !hot) return f();
  flags(true);
  const r = f();
  flags(false);
  return r;
};

globalThis.__pyvmLoad = (name) => {
  const filename = `${here}${name}.cjs`;
  // The files are ASCII (esbuild escapes the rest): latin1 is the cheap way to a string. Most are one function already.
  const text = readFileSync(filename, 'latin1');
  const source = text.startsWith('(function(require') ? text : `(function(require,module,exports,__dirname){${text}\n})`;
  const load = (file) => plainly(() => new Script(source, { filename, cachedData: read(file) }));
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
        writeFileSync(save, plainly(() => script.createCachedData()));
      } catch {
        // Without a cache it only starts slower.
      }
    });
  }
  return module.exports;
};
globalThis.__pyvmLoad('pyvm-cli');
