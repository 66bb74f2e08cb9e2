/** Native modules beside the machine's file: see extra-loader.ts. One row a module; `extraNames` lists the names. */
import type { NativeModuleMaker } from './registry.js';
import { makeAstTree } from './extra/ast-tree.js';
import { makeCsv } from './extra/csv.js';
import { makeMd5, makeSha1, makeSha256, makeSha3 } from './extra/hashes.js';
import { makeBlake2 } from './extra/blake2.js';
import { makeBinascii } from './extra/binascii.js';
import { makeZlib } from './extra/zlib.js';
import { makeArray } from './extra/array.js';
import { makeMarshal } from './extra/marshal.js';
import { makeCmath } from './extra/cmath.js';
import { makeUnicodedata } from './extra/unicodedata.js';
import { makeImportNative } from './extra/import-native.js';
import { makeBufferNative } from './extra/buffer-native.js';
import { makePickleNative } from './extra/pickle.js';
import { makeDatetimeNative } from './extra/datetime.js';
import { makeAsyncio } from './extra/asyncio/module.js';
import { makeContextvars } from './extra/context.js';
import { makeStatistics } from './extra/statistics.js';
import { makeTimeZone } from './extra/time-zone.js';
import { makeLocale } from './extra/locale.js';
import { makeResource } from './extra/resource.js';
import { makeMemoryFiles } from './extra/memory-files.js';
import { makeDecimal } from './extra/decimal.js';
import { makeExpat } from './extra/expat/module.js';
import { makeElementTree } from './extra/elementtree/module.js';
import { makeCjk } from './extra/cjk/module.js';
import { makeBz2 } from './extra/bzip2/module.js';
import { makeLzma } from './extra/lzma/module.js';
import { makeCodecsNative } from './codecs-native.js';
import { makeSre } from './sre.js';
import { makePosix } from './posix.js';
import { makeString } from './string-module.js';
import { makeOperator } from './operator.js';
import { makeWeakref } from './weakref.js';
import { makeEnumNatives } from './enum-natives.js';
import { makeThread } from './thread.js';
import { makeSignal } from './signal.js';
import { makeBisect } from './bisect.js';
import { makeHeapq } from './heapq.js';
import { makeRandom } from './random.js';
import { makeSha512 } from './sha512.js';
import { makeStruct } from './struct.js';
import { makeJson } from './json.js';
import { makeOpcodeTable } from './opcode-table.js';

export const extraModules: Readonly<Record<string, NativeModuleMaker>> = {
  _codecs_native: makeCodecsNative,
  _sre: makeSre,
  posix: makePosix,
  _string: makeString,
  _operator: makeOperator,
  _weakref: makeWeakref,
  _thread: makeThread,
  _enum_native: makeEnumNatives,
  _signal: makeSignal,
  _bisect: makeBisect,
  _heapq: makeHeapq,
  _random: makeRandom,
  _sha512: makeSha512,
  _struct: makeStruct,
  _json: makeJson,
  _opcode_table: makeOpcodeTable,
  _ast_tree: makeAstTree,
  _csv: makeCsv,
  _md5: makeMd5,
  _sha1: makeSha1,
  _sha256: makeSha256,
  _sha3: makeSha3,
  _blake2: makeBlake2,
  binascii: makeBinascii,
  zlib: makeZlib,
  array: makeArray,
  cmath: makeCmath,
  unicodedata: makeUnicodedata,
  marshal: makeMarshal,
  _import_native: makeImportNative,
  _buffer_native: makeBufferNative,
  _decimal_native: makeDecimal,
  _asyncio_native: makeAsyncio,
  _contextvars: makeContextvars,
  _statistics_native: makeStatistics,
  _time_zone: makeTimeZone,
  _datetime_native: makeDatetimeNative,
  _memory_files: makeMemoryFiles,
  _locale: makeLocale,
  resource: makeResource,
  _pickle_native: makePickleNative,
  pyexpat: makeExpat,
  _lzma: makeLzma,
  _bz2: makeBz2,
  _cjk: makeCjk,
  _elementtree_native: makeElementTree,
};
