/** The frozen library for embedders on Node: the archive that lies beside the bundle, opened at the first import. */

type Row = readonly [offset: number, length: number, isPackage: number];

interface Fs {
  readFileSync(path: URL): Uint8Array;
}

interface Archive {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly index: Record<string, Row>;
}

/** undefined: not looked for yet. */
let archive: Archive | null | undefined;

function open(): Archive | null {
  const p = (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process;
  const fs = p?.getBuiltinModule?.('node:fs') as Fs | undefined;
  if (fs === undefined) return null;
  for (const place of ['lib.bin', '../lib.bin', '../../build/lib.bin']) {
    try {
      const bytes = fs.readFileSync(new URL(place, import.meta.url));
      const n = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
      return { bytes, start: 4 + n, index: JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + n))) };
    } catch {
      continue;
    }
  }
  return null;
}

/** A module of the library, or null: no such module, or no archive (a browser). */
export function libraryModule(name: string): { code: Uint8Array; isPackage: boolean } | null {
  if (archive === undefined) archive = open();
  if (archive === null || !Object.hasOwn(archive.index, name)) return null;
  const [offset, length, isPackage] = archive.index[name]!;
  return { code: archive.bytes.subarray(archive.start + offset, archive.start + offset + length), isPackage: isPackage === 1 };
}
