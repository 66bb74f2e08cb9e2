/**
 * Runs a scanner and, between its steps, the Python code its events call: a loop as long as nothing has to wait, a native frame where
 * something does.
 */
import { andThen, cont, PUSHED, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { encodeError } from '../../../objects/codecs.js';
import { callMethod } from '../../../objects/call.js';
import { PyException, valueError } from '../../../objects/errors.js';
import type { PyBaseException } from '../../../objects/exception.js';
import { PyBytes } from '../../../objects/bytes.js';
import { truth } from '../../../objects/convert.js';
import { asJS, asStr, jsStr, strFromJS, strLength } from '../../../objects/str.js';
import { XmlError } from './errors.js';
import type { Scanner } from './scanner.js';

/** Something to do between two steps of a scanner. */
export interface Job {
  run(vm: VM): Result;
  /** The error a false answer is; absent: the answer does not matter. */
  readonly code?: number;
}

/** Owner of a scanner: gives it to `drive`. */
export abstract class Driven {
  abstract readonly scanner: Scanner;
  readonly queue: Job[] = [];
  head = 0;
  /** What a handler raised: what happens then is `silence`'s. */
  failed: PyBaseException | null = null;
  /** A handler raised: none is called any more. */
  abstract silence(): void;
}

/** Reads all that was fed. The result is None; errors of the scanner are left in it, those of handlers are raised. */
export function drive(vm: VM, d: Driven): Result {
  const { scanner, queue } = d;
  for (;;) {
    while (d.head < queue.length) {
      const job = queue[d.head++]!;
      const base = vm.frame;
      let r: Result;
      try {
        r = job.run(vm);
        if (r !== PUSHED && r !== undefined && job.code !== undefined) r = truth(vm, r);
      } catch (e) {
        if (!(e instanceof PyException)) throw e;
        vm.exc = e.value;
        r = undefined;
      }
      if (r === PUSHED) return andThen(vm, base, r, HANDLED, d, job);
      settle(vm, d, job, r);
    }
    queue.length = d.head = 0;
    if (scanner.input.asked !== null && !scanner.finished) {
      const base = vm.frame;
      return andThen(vm, base, callMethod(vm, new PyBytes(ALL_BYTES), 'decode', [strFromJS(scanner.input.asked), 'replace']), ENCODING, d);
    }
    if (!scanner.step() && queue.length === 0) {
      if (scanner.input.asked !== null && !scanner.finished) continue;
      break;
    }
    vm.charge(1);
  }
  if (d.failed !== null) {
    vm.exc = d.failed;
    d.failed = null;
    return undefined;
  }
  return null;
}

const HANDLED = cont(
  'expat.handled',
  (vm, r, c) => {
    const d = c.a as Driven;
    const job = c.b as Job;
    const base = vm.frame;
    if (r !== undefined && job.code !== undefined && typeof r !== 'boolean') return andThen(vm, base, truth(vm, r), HANDLED, d, job);
    settle(vm, d, job, r);
    return drive(vm, d);
  },
  { catches: true },
);

function settle(vm: VM, d: Driven, job: Job, r: Result): void {
  const { scanner } = d;
  if (r === undefined) {
    if (vm.exc !== null) stop(d, vm.exc);
    vm.exc = null;
  }
  if (job.code !== undefined && (r === undefined || r === false)) {
    d.queue.length = d.head = 0;
    if (r === false) scanner.fail(job.code);
  }
}

function stop(d: Driven, e: PyBaseException): void {
  d.failed ??= e;
  d.silence();
}

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, i) => i);

const ENCODING = cont(
  'expat.encoding',
  (vm, r, c) => {
    const d = c.a as Driven;
    const { scanner } = d;
    const text = r === undefined ? undefined : asStr(r);
    if (text !== undefined && strLength(text) === 256) {
      if (!scanner.setTable(jsStr(text))) unknown(scanner);
    } else {
      stop(d, r === undefined ? vm.exc! : valueError('multi-byte encodings are not supported').value);
      vm.exc = null;
      unknown(scanner);
    }
    return drive(vm, d);
  },
  { catches: true },
);

function unknown(scanner: Scanner): void {
  scanner.input.asked = null;
  scanner.fail(XmlError.UnknownEncoding, scanner.unknownEncodingAt);
}

/** The text of a str as it goes to a scanner; UnicodeEncodeError for lone surrogates, which have no UTF-8. */
export function documentText(v: PyValue): string | undefined {
  const s = asJS(v);
  if (s === undefined) return undefined;
  const at = s.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  if (at < 0) return s;
  const index = Array.from(s.slice(0, at)).length;
  throw encodeError('utf-8', asStr(v)!, index, index + 1, 'surrogates not allowed');
}
