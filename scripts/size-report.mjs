// Bytes of the browser bundle by folder of src (minified, before gzip). Run after a build.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const meta = JSON.parse(readFileSync(new URL('../build/meta.json', import.meta.url))).browser;
const output = Object.values(meta.outputs).find((o) => o.entryPoint);
const parts = new Map();
for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
  const key = file.startsWith('node_modules/') ? file.split('/').slice(0, file.split('/')[1].startsWith('@') ? 3 : 2).join('/') : file.split('/').slice(0, 2).join('/');
  parts.set(key, (parts.get(key) ?? 0) + bytesInOutput);
}
for (const [key, bytes] of [...parts].sort((a, b) => b[1] - a[1])) console.log(String(bytes).padStart(9), key);
const all = readFileSync(new URL('../dist/pyvm.min.js', import.meta.url));
console.log(String(all.length).padStart(9), 'total,', gzipSync(all, { level: 9 }).length, 'gzip');
