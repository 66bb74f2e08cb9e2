// The build: prelude and library frozen by our own compiler, then the bundles and the declarations.
//   node scripts/build.mjs            everything
//   node scripts/build.mjs --generate only src/**/generated (what the tests need)
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync, statSync, chmodSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { bundledLicences } from './licences.mjs';
import { generateSlowLoop } from './gen-slow-loop.mjs';
import { libModules } from './lib-modules.mjs';
import { datetimePatches, hiddenFiles, libPatches } from './lib-patches.mjs';
import { plainPrelude, slimParser } from './slim.mjs';
import { browserStdlib, sharedPlugin, writeSharedModules } from './extra-modules.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...p) => join(root, ...p);
const onlyGenerate = process.argv.includes('--generate');

mkdirSync(at('build'), { recursive: true });
mkdirSync(at('src/vm/generated'), { recursive: true });
mkdirSync(at('src/stdlib/generated'), { recursive: true });
mkdirSync(at('src/parser/generated'), { recursive: true });

const write = (file, text) => {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
};

// 1. The grammar's decisions, and the compiler as a module the build can call.
await build({ entryPoints: [at('src/parser/analyse.ts')], bundle: true, format: 'esm', platform: 'node', outfile: at('build/analyse.mjs'), logLevel: 'error' });
const { rows: decisions } = await import(pathToFileURL(at('build/analyse.mjs')).href + `?${Date.now()}`);
write(
  at('src/parser/generated/decisions.ts'),
  `/** Made by scripts/build.mjs from the grammar: see grammar/decisions.ts. */\nexport const DECISIONS: readonly (readonly string[])[] = [\n${decisions().map((r) => `  ${JSON.stringify(r)},\n`).join('')}];\n`,
);
await build({ entryPoints: [at('src/freeze.ts')], bundle: true, format: 'esm', platform: 'node', outfile: at('build/freeze.mjs'), logLevel: 'error' });
const { freeze, freezeTable } = await import(pathToFileURL(at('build/freeze.mjs')).href + `?${Date.now()}`);

await build({ entryPoints: [at('src/vm/lazy-list.ts')], bundle: true, format: 'esm', outfile: at('build/lazy-list.mjs'), logLevel: 'error' });
const { FOR_PROGRAMS } = await import(pathToFileURL(at('build/lazy-list.mjs')).href + `?${Date.now()}`);

// 2. The prelude: Python behind the builtins, embedded as base64.
const files = readdirSync(at('src/prelude')).filter((f) => f.endsWith('.py')).sort();
const data = files.map((f) => Buffer.from(freeze(readFileSync(at('src/prelude', f)), `<prelude>/${f}`, true)).toString('base64'));
write(
  at('src/vm/generated/prelude-data.ts'),
  `/** Made by scripts/build.mjs from src/prelude/*.py. */\nconst DATA = [\n${data.map((d) => `  '${d}',`).join('\n')}\n];\n\n` +
    `interface NodeBuffer {\n  from(text: string, encoding: 'base64'): Uint8Array;\n}\n\n/** The frozen prelude modules. */\nexport function preludeData(): Uint8Array[] {\n  const node = (globalThis as { Buffer?: NodeBuffer }).Buffer;\n  return DATA.map((s) => (node !== undefined ? node.from(s, 'base64') : Uint8Array.from(atob(s), (c) => c.charCodeAt(0))));\n}\n`,
);
write(at('src/vm/generated/interpreter-slow.ts'), generateSlowLoop(readFileSync(at('src/vm/interpreter.ts'), 'utf8')));

await writeSharedModules(root, write);

/** CPython's source with our changes (lib-patches.mjs). */
function patched(file, source, changes = libPatches[file]) {
  if (changes === undefined) return source;
  let text = Buffer.from(source).toString('utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    text = text.replaceAll(from, to);
  }
  return Buffer.from(text);
}

const patternsFile = at('build/patterns.json');
/** What the recorded patterns depend on. */
function patternsStamp() {
  const hash = createHash('sha1');
  for (const f of ['node_modules/pyodide/package.json', 'scripts/record-patterns.py', 'scripts/lib-patches.mjs', 'src/freeze.ts']) hash.update(readFileSync(at(f)));
  return hash.digest('hex');
}

/** The compiled regular expressions of the library as a table, when they have been recorded (see step 5); else null. */
function patterns() {
  const known = existsSync(patternsFile) ? JSON.parse(readFileSync(patternsFile, 'utf8')) : null;
  return known?.stamp === patternsStamp() ? freezeTable('_sre.patterns', known.rows) : null;
}

const namesFile = at('build/names.json');
/** What the recorded names depend on. */
function namesStamp() {
  const hash = createHash('sha1');
  for (const f of ['node_modules/pyodide/package.json', 'scripts/record-names.py', 'scripts/lib-patches.mjs', 'src/vm/lazy-list.ts']) hash.update(readFileSync(at(f)));
  return hash.digest('hex');
}

/** The names that modules of the library define as a table, when they have been recorded (see step 5); else null. */
function names() {
  const known = existsSync(namesFile) ? JSON.parse(readFileSync(namesFile, 'utf8')) : null;
  return known?.stamp === namesStamp() ? freezeTable('library.names', known.rows) : null;
}

const docsFile = at('build/docs.json');
/** Docstrings of CPython's builtins as a table: see scripts/record-docs.mjs. */
function docs() {
  const hash = createHash('sha1');
  for (const f of ['node_modules/pyodide/package.json', 'scripts/record-docs.mjs']) hash.update(readFileSync(at(f)));
  const stamp = hash.digest('hex');
  let known = existsSync(docsFile) ? JSON.parse(readFileSync(docsFile, 'utf8')) : null;
  if (known?.stamp !== stamp) {
    known = { stamp, rows: JSON.parse(execFileSync(process.execPath, [at('scripts/record-docs.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 })) };
    writeFileSync(docsFile, JSON.stringify(known));
  }
  return freezeTable('builtins.docs', known.rows.flatMap(([text, ...keys]) => [text, keys.join(' ')]));
}

// 3. The library: CPython's own Lib from the pinned package, plus what is ours in src/lib.
function freezeLibrary() {
  const zip = unzipSync(readFileSync(at('node_modules/pyodide/python_stdlib.zip')));
  const index = {};
  const parts = [];
  let offset = 0;
  const add = (name, isPackage, source, file) => {
    const bytes = freeze(source, file);
    index[name] = [offset, bytes.length, isPackage ? 1 : 0];
    parts.push(bytes);
    offset += bytes.length;
  };
  const own = existsSync(at('src/lib')) ? readdirSync(at('src/lib'), { recursive: true }).map(String).filter((f) => f.endsWith('.py')) : [];
  const ownNames = new Set();
  for (const f of own) {
    const isPackage = f.endsWith('/__init__.py');
    const name = f.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
    ownNames.add(name);
    // What stands for a module CPython writes in C shows in no traceback.
    const native = !/^# Not hidden from tracebacks/m.test(readFileSync(at('src/lib', f), 'utf8'));
    add(name, isPackage, readFileSync(at('src/lib', f)), `${native ? '<native>' : '<frozen>'}/${f}`);
  }
  // What our own datetime.py runs, in place of C code.
  add('_pure_datetime', false, patched('datetime.py', zip['datetime.py'], datetimePatches), '<native>/datetime.py');
  const missing = [];
  for (const name of libModules(Object.keys(zip))) {
    if (ownNames.has(name)) continue;
    const base = name.replaceAll('.', '/');
    const file = zip[`${base}/__init__.py`] ? `${base}/__init__.py` : `${base}.py`;
    const source = zip[file];
    if (source === undefined) {
      missing.push(name);
      continue;
    }
    add(name, file.endsWith('/__init__.py'), patched(file, source), `${hiddenFiles.has(file) ? '<native>' : '<frozen>'}/${file}`);
  }
  if (missing.length > 0) throw new Error(`not in the pinned library: ${missing.join(', ')}`);
  for (const [name, table] of [['builtins.docs', docs()], ['_sre.patterns', patterns()], ['library.names', names()], ['_multibytecodec.tables', cjkTables()]]) {
    if (table === null) continue;
    index[name] = [offset, table.length, 0];
    parts.push(table);
    offset += table.length;
  }
  const head = Buffer.from(JSON.stringify(index));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([size, head, ...parts]);
}

/** Names and rows of the multi-byte codecs, one after the other. */
function cjkTables() {
  return freezeTable('_multibytecodec.tables', Object.entries(JSON.parse(readFileSync(at('src/stdlib/data/cjk-tables.json'), 'utf8'))).flatMap(([name, row]) => [name, JSON.stringify(row)]));
}

const libFile = at('build/lib.bin');
const libraryNames = () => {
  const lib = readFileSync(libFile);
  return Object.keys(JSON.parse(lib.subarray(4, 4 + lib.readUInt32LE(0)).toString('utf8')));
};
const newest = (dir) => Math.max(...readdirSync(dir, { recursive: true }).map((f) => statSync(join(dir, String(f))).mtimeMs));
const inputs = ['src/parser', 'src/compiler', 'src/bytecode', 'scripts'].map((d) => newest(at(d)));
for (const f of ['src/vm/lazy-list.ts', 'src/freeze.ts']) inputs.push(statSync(at(f)).mtimeMs);
if (existsSync(at('src/lib'))) inputs.push(newest(at('src/lib')));
if (!existsSync(libFile) || statSync(libFile).mtimeMs < Math.max(...inputs) || process.env.CI) writeFileSync(libFile, freezeLibrary());

if (!onlyGenerate) {
  const dist = process.env.PYVM_DIST ?? at('dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const common = { bundle: true, format: 'esm', target: 'es2022', legalComments: 'none', logLevel: 'error', metafile: true, plugins: [slimParser] };
  const node = await build({
    ...common,
    entryPoints: { index: at('src/index.ts') },
    platform: 'node',
    splitting: true,
    minifySyntax: !process.env.PYVM_DEV,
    minifyWhitespace: !process.env.PYVM_DEV,
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    banner: {},
  });
  const stamp = createHash('sha1').update(readFileSync(at('build/freeze.mjs'))).digest('hex').slice(0, 12);
  // The command in two files: the machine, and the compiler, which takes the classes both know from the first.
  const sharedModules = {
    name: 'shared',
    setup(b) {
      b.onResolve({ filter: /\/(code|consts|opcodes|syntax-error)\.js$/ }, (a) => {
        const file = join(dirname(a.importer), a.path).replace(/\.js$/, '');
        const name = /src\/(bytecode\/(?:code|consts|opcodes)|parser\/syntax-error)$/.exec(file)?.[1];
        return name === undefined ? undefined : { path: name, namespace: 'shared' };
      });
      b.onLoad({ filter: /.*/, namespace: 'shared' }, (a) => ({ contents: `module.exports = globalThis.__pyvmShared[${JSON.stringify(a.path)}]` }));
    },
  };
  const commandOptions = {
    ...common,
    platform: 'node',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    outdir: dist,
    minify: !process.env.PYVM_DEV,
    define: { PYVM_BUILD: JSON.stringify(stamp), 'performance.now': '__pyvmNow' },
    // What the loader (cli-loader.cjs) calls; written here, so that it need not be put together at every start.
    banner: { js: '(function(require,module,exports,__dirname){' },
    footer: { js: '})' },
  };
  const command = await build({ ...commandOptions, entryPoints: { 'pyvm-cli': at('src/cli/main.ts') } });
  const compiler = await build({ ...commandOptions, entryPoints: { 'pyvm-compiler': at('src/cli/compiler-entry.ts') }, plugins: [slimParser, sharedModules] });
  // The library's file is read by the browser's loader too: it stays as it is.
  const stdlib = await build({ ...commandOptions, define: {}, banner: {}, footer: {}, platform: 'neutral', entryPoints: { 'pyvm-stdlib': at('src/stdlib/registry-extra.ts') }, plugins: [sharedPlugin(root)] });
  const browser = await build({ ...common, entryPoints: { 'pyvm.min': at('src/index.ts') }, platform: 'browser', minify: true, outdir: dist, external: ['node:*'], charset: 'utf8', plugins: [slimParser, plainPrelude] });
  writeFileSync(join(dist, 'pyvm-stdlib.min.js'), browserStdlib(readFileSync(join(dist, 'pyvm-stdlib.cjs'), 'utf8')));
  writeFileSync(at('build/meta.json'), JSON.stringify({ node: node.metafile, command: command.metafile, browser: browser.metafile }));
  writeFileSync(join(dist, 'lib.bin'), readFileSync(libFile));
  writeFileSync(join(dist, 'LICENSE-BUNDLED.txt'), bundledLicences(root, [node, command, compiler, stdlib, browser].map((b) => b.metafile)));
  writeFileSync(join(dist, 'LICENSE-PYTHON.txt'), readFileSync(at('LICENSE-PYTHON.txt')));
  const cli = join(dist, 'command/cli.js');
  mkdirSync(join(dist, 'command'));
  writeFileSync(join(dist, 'command/package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(at('scripts/cli-loader.cjs'), 'utf8').replace('__BUILD__', stamp)}`);
  chmodSync(cli, 0o755);
  // Node looks at where a link leads. Where links cannot be made, a module that loads the other does.
  try {
    symlinkSync('command/cli.js', join(dist, 'cli.js'));
  } catch {
    writeFileSync(join(dist, 'cli.js'), "#!/usr/bin/env node\nimport './command/cli.js';\n");
  }
  // Runs of a small program, so that V8's cache holds the functions every program needs, compiled: one that compiles
  // the program (for the compiler's cache), and one that finds it compiled, which is how most runs begin.
  const warm = at('scripts/warm-up.py');
  const codeCache = at('build/warm-cache');
  rmSync(codeCache, { recursive: true, force: true });
  const run = (env) => execFileSync(process.execPath, [cli, 'run', warm], { env: { ...process.env, PYVM_CACHE: codeCache, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  run({ PYVM_MAKE_CACHE: dist });
  rmSync(join(dist, 'pyvm-cli.cache'));
  run({ PYVM_MAKE_CACHE: dist });
  // 5. What the library itself tells: its regular expressions, compiled (scripts/record-patterns.py), and its names (scripts/record-names.py).
  if (!['_sre.patterns', 'library.names'].every((n) => libraryNames().includes(n))) {
    const record = (script, modules) => {
      const lines = execFileSync(process.execPath, [cli, 'run', '--tier0', '--no-cache', at(script), ...modules], { encoding: 'utf8', maxBuffer: 1 << 26 });
      return lines.trim().split('\n').map((l) => JSON.parse(l)).flat();
    };
    if (patterns() === null) {
      const modules = libraryNames().filter((n) => !/__main__|^this$|^antigravity$|^builtins\.docs$|^library\.names$/.test(n));
      writeFileSync(patternsFile, JSON.stringify({ stamp: patternsStamp(), rows: record('scripts/record-patterns.py', modules) }));
    }
    if (names() === null) writeFileSync(namesFile, JSON.stringify({ stamp: namesStamp(), rows: record('scripts/record-names.py', FOR_PROGRAMS) }));
    writeFileSync(libFile, freezeLibrary());
    writeFileSync(join(dist, 'lib.bin'), readFileSync(libFile));
  }
  if (!process.argv.includes('--no-types')) {
    execFileSync(at('node_modules/.bin/tsc'), ['-p', at('tsconfig.build.json')], { stdio: 'inherit' });
  }
}
