/** _cjk: the multi-byte codecs by name, for lib/_multibytecodec.py. */
import type { PyValue } from '../../../objects/object.js';
import { asBytes, PyBytes } from '../../../objects/bytes.js';
import { asStr, codePoints, strFromJS } from '../../../objects/str.js';
import { error } from '../../../objects/errors.js';
import { PyTuple } from '../../../objects/tuple.js';
import type { Host } from '../../../host.js';
import { defineModule } from '../../define-module.js';
import type { NativeModuleMaker } from '../../registry.js';
import { HzCodec, TableCodec, type Codec, type Progress } from './codec.js';
import { doubleSet, Iso2022Codec, jisx0213, singleSet, type Designation } from './iso2022.js';
import { charset, type Charset } from './tables.js';

/** Module to the codecs it has. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  cn: ['gb2312', 'gbk', 'gb18030', 'hz'],
  tw: ['big5', 'cp950'],
  hk: ['big5hkscs'],
  jp: ['shift_jis', 'cp932', 'euc_jp', 'shift_jis_2004', 'euc_jis_2004', 'euc_jisx0213', 'shift_jisx0213'],
  kr: ['euc_kr', 'cp949', 'johab'],
  iso2022: ['iso2022_kr', 'iso2022_jp', 'iso2022_jp_1', 'iso2022_jp_2', 'iso2022_jp_3', 'iso2022_jp_2004', 'iso2022_jp_ext'],
};

/** In EUC this one begins a syllable made of its letters. */
const FILLER = { 0x2454: 0x3164 };

/** The sets a codec of ISO 2022 designates, in the order they are tried. */
function designations(host: Host, name: string): Designation[] {
  const jis = charset(host, 'euc_jp');
  const jis0208 = (mark: string): Designation => doubleSet(mark, 0, jis);
  const roman = singleSet('J', 0, (c) => (c === 0x5c ? 0xa5 : c === 0x7e ? 0x203e : c < 0x7f ? c : 0));
  const kana = singleSet('I', 0, (c) => (c >= 0x21 && c <= 0x5f ? 0xff40 + c : 0));
  const jis0212 = doubleSet('D', 0, jis, true);
  switch (name) {
    case 'iso2022_kr':
      return [doubleSet('C', 1, charset(host, 'euc_kr'), false, FILLER)];
    case 'iso2022_jp':
      return [jis0208('B'), roman, jis0208('@')];
    case 'iso2022_jp_1':
      return [jis0208('B'), jis0212, roman, jis0208('@')];
    case 'iso2022_jp_2':
      return [
        jis0208('B'), jis0212, doubleSet('C', 0, charset(host, 'euc_kr'), false, FILLER), doubleSet('A', 0, charset(host, 'gb2312')), roman, jis0208('@'),
        singleSet('A', 2, (c) => (c < 128 ? c + 0x80 : 0)), singleSet('F', 2, greek),
      ];
    case 'iso2022_jp_3':
    case 'iso2022_jp_2004': {
      const set = charset(host, name === 'iso2022_jp_3' ? 'euc_jisx0213' : 'euc_jis_2004');
      const mark = name === 'iso2022_jp_3' ? 'O' : 'Q';
      return [jisx0213(mark, 'pairs', set, jis), jis0208('B'), jisx0213(mark, 'plane1', set, jis), jisx0213('P', 'plane2', set, jis)];
    }
    default:
      return [jis0208('B'), jis0212, roman, kana, jis0208('@')];
  }
}

/** ISO 8859-7 with the high bit turned, as CPython has it: what is below 0xa0 stands for itself. */
function greek(code: number): number {
  const c = code ^ 0x80;
  if (c < 0xa0) return c;
  if (c < 0xc0 && ((0x288f3bc9 >>> (c - 0xa0)) & 1) !== 0) return c;
  if (c >= 0xb4 && c <= 0xfe && (c >= 0xd4 || ((0xbffffd77 >>> (c - 0xb4)) & 1) !== 0)) return 0x2d0 + c;
  return c === 0xa1 ? 0x2018 : c === 0xa2 ? 0x2019 : c === 0xaf ? 0x2015 : 0;
}

function make(host: Host, name: string): Codec {
  if (name === 'hz') return new HzCodec(charset(host, 'gb2312'));
  if (name.startsWith('iso2022')) return new Iso2022Codec(designations(host, name), name === 'iso2022_kr');
  const newer: Record<string, string> = { euc_jisx0213: 'euc_jis_2004', shift_jisx0213: 'shift_jis_2004' };
  const set: Charset = charset(host, name);
  return new TableCodec(set, newer[name] === undefined ? null : charset(host, newer[name]!));
}

export const makeCjk: NativeModuleMaker = (_vm, machine) => {
  const codecs = new Map<string, Codec>();
  const get = (v: PyValue): Codec => {
    const name = v as string;
    let c = codecs.get(name);
    if (c === undefined) codecs.set(name, (c = make(machine.host, name)));
    return c;
  };
  return defineModule({
    name: '_cjk',
    functions: {
      'has(module, name, /)': (_v, module, name) => MODULES[module as string]!.includes(name as string),
      'start(name, /)': (_v, name) => get(name).start,
      'reset(name, state, /)': (_v, name, state) => new PyBytes(Uint8Array.from(get(name).reset(state as number))),
      // Answers (text, place, state, error): see Progress.
      'decode(name, data, at, state, /)': (v, name, data, at, state) => {
        const b = asBytes(data);
        if (b === undefined) throw error('SystemError', 'bad argument');
        v.charge(b.length >> 5);
        const p: Progress = { at: at as number, state: state as number, error: 0 };
        const text = get(name).decode(b, p);
        return new PyTuple([strFromJS(text), p.at, p.state, p.error]);
      },
      'encode(name, text, at, state, final, /)': (v, name, text, at, state, final) => {
        const s = codePoints(asStr(text)!);
        v.charge(s.length >> 5);
        const p: Progress = { at: at as number, state: state as number, error: 0 };
        const out = get(name).encode(s, p, final === true);
        return new PyTuple([new PyBytes(Uint8Array.from(out)), p.at, p.state, p.error]);
      },
    },
  });
};
