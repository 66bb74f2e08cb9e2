// Licences of the packages that are bundled into dist, one text for all packages that have it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** The notice at the head of a file that a package has from elsewhere: its first lines of comment. */
const NOTICES = { pako: 'lib/zlib/inflate.js' };
function notice(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const from = lines.findIndex((l) => l.startsWith('//'));
  const to = lines.findIndex((l, i) => i > from && !l.startsWith('//'));
  return lines.slice(from, to).map((l) => l.replace(/^\/\/ ?/, '')).join('\n');
}

/** `metafiles`: esbuild's, with paths below `root`. */
export function bundledLicences(root, metafiles) {
  const packages = new Map();
  for (const meta of metafiles) {
    for (const input of Object.keys(meta.inputs)) {
      const m = PACKAGE.exec(input);
      if (m !== null) packages.set(m[2], join(root, m[1]));
    }
  }
  const texts = new Map();
  for (const [name, dir] of [...packages].sort()) {
    const { version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
    const file = readdirSync(dir).find((f) => /^licen[cs]e/i.test(f));
    // A package of a set without a text of its own has that of the set's main one.
    const main = join(root, 'node_modules', name.startsWith('@') ? name.slice(1, name.indexOf('/')) : name, 'LICENSE.txt');
    const text = file !== undefined ? readFileSync(join(dir, file), 'utf8') : existsSync(main) ? readFileSync(main, 'utf8') : license;
    const whole = [text, ...(NOTICES[name] === undefined ? [] : [notice(join(dir, NOTICES[name]))])].map((t) => t.trim()).join('\n\n');
    texts.set(whole, [...(texts.get(whole) ?? []), `${name} ${version} (${license.replace(/^\((.*)\)$/, "$1")})`]);
  }
  const line = '='.repeat(80);
  return `Packages that are part of the files of pyvm, and their licences.\n\n${[...texts].map(([text, names]) => `${line}\n${names.join('\n')}\n${line}\n\n${text}\n`).join('\n')}`;
}
