/** Modules written in TypeScript, by name. One row a module; made when first imported. */
import type { VM } from '../objects/object.js';
import type { PyModule } from '../objects/function.js';
import type { Machine } from '../vm/machine.js';
import { makeAbc } from './abc-data.js';
import { makeCollections } from './collections.js';
import { makeFunctools } from './functools.js';
import { makeItertools } from './itertools.js';
import { makeMath } from './math.js';
import { makeAtexit, makeErrno, makeGc, makeSource, makeTypeNames, makeTyping } from './small-modules.js';
import { makeSys } from './sys.js';
import { makeTime } from './time.js';

export type NativeModuleMaker = (vm: VM, machine: Machine) => PyModule;

export const nativeModules: Readonly<Record<string, NativeModuleMaker>> = {
  _abc: makeAbc,
  _collections: makeCollections,
  _functools: makeFunctools,
  _typing: makeTyping,
  atexit: makeAtexit,
  _source: makeSource,
  _type_names: makeTypeNames,
  errno: makeErrno,
  gc: makeGc,
  itertools: makeItertools,
  math: makeMath,
  sys: makeSys,
  time: makeTime,
};

/** Names of the modules in registry-extra.ts, which is a file of its own (see extra-loader.ts). */
export const extraNames: ReadonlySet<string> = new Set([
  '_signal',
  '_thread',
  '_enum_native',
  '_weakref',
  '_operator',
  '_string',
  'posix',
  '_sre',
  '_codecs_native',
  '_ast_tree',
  '_asyncio_native',
  '_contextvars',
  '_statistics_native',
  '_time_zone',
  '_opcode_table',
  '_json',
  '_struct',
  '_sha512',
  '_random',
  '_heapq',
  '_bisect',
  '_csv',
  '_md5',
  '_sha1',
  '_sha256',
  '_sha3',
  '_blake2',
  'binascii',
  'zlib',
  'array',
  'cmath',
  'unicodedata',
  'marshal',
  '_import_native',
  '_buffer_native',
  '_decimal_native',
  '_pickle_native',
  '_datetime_native',
  '_memory_files',
  '_locale',
  'resource',
  'pyexpat',
  '_lzma',
  '_bz2',
  '_cjk',
  '_elementtree_native',
]);
