/** pyexpat's xmlparser: a scanner and the handlers Python code gave it. */
import { PyObject, type PyValue } from '../../../objects/object.js';
import { call } from '../../../objects/call.js';
import { PyDict } from '../../../objects/dict.js';
import { strFromJS, type Str } from '../../../objects/str.js';
import { PyList, PyTuple } from '../../../objects/tuple.js';
import { Driven } from './driver.js';
import { H, handlerNames, type EventArg, type Model, type Sink } from './handlers.js';
import { Scanner } from './scanner.js';

const utf8Length = (s: string): number => {
  let n = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    n += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c < 0xe000 ? 2 : 3;
  }
  return n;
};

/** Which arguments of a handler are names, kept in `intern`: by number of the handler. */
const INTERNED: Readonly<Record<number, readonly number[]>> = {
  [H.Pi]: [0], [H.StartNs]: [0, 1], [H.EndNs]: [0], [H.Skipped]: [0], [H.Unparsed]: [0, 1, 2, 3, 4], [H.Notation]: [0, 1, 2, 3], [H.ExternalRef]: [1, 2, 3],
  [H.StartDoctype]: [0, 1, 2], [H.EntityDecl]: [0, 3, 4, 5, 6], [H.AttlistDecl]: [0, 1], [H.ElementDecl]: [0],
};

export class ExpatParser extends PyObject implements Sink {
  readonly scanner: Scanner;
  readonly driven: Driven;
  readonly handlers: PyValue[] = handlerNames.map(() => null);
  bufferText = false;
  bufferSize = 8192;
  orderedAttributes = false;
  specifiedAttributes = false;
  namespacePrefixes = false;
  /** Text that waits for more of it. */
  buffer = '';
  bufferUsed = 0;
  inCallback = false;
  constructor(
    encoding: string | null,
    readonly separator: string | null,
    readonly intern: PyDict | null,
  ) {
    super();
    this.scanner = new Scanner(this, encoding, separator);
    this.driven = new DrivenParser(this);
  }

  setHandler(h: number, v: PyValue): void {
    if (h === H.Data) this.flush();
    this.handlers[h] = v;
    const { scanner } = this;
    if (h === H.Default || h === H.DefaultExpand) {
      // One handler to Expat: the one that was set last.
      this.defaultHandler = h;
      scanner.expandInternal = h === H.DefaultExpand || v === null;
      scanner.handlers = v === null ? scanner.handlers & ~(1 << H.Default) : scanner.handlers | (1 << H.Default);
    } else scanner.handlers = v === null ? scanner.handlers & ~(1 << h) : scanner.handlers | (1 << h);
  }
  private defaultHandler: number = H.Default;

  clear(): void {
    this.handlers.fill(null);
    this.scanner.handlers = 0;
    this.buffer = '';
    this.bufferUsed = 0;
  }

  private put(h: number, args: () => PyValue[], code?: number): void {
    this.driven.queue.push({
      ...(code === undefined ? {} : { code }),
      run: (vm) => {
        const f = this.handlers[h]!;
        if (f === null) return true;
        this.inCallback = true;
        return call(vm, f, args());
      },
    });
  }

  private name(s: string): PyValue {
    const { intern } = this;
    if (intern === null) return s;
    const known = intern.getStr(s);
    if (known !== undefined) return known;
    intern.setStr(s, strFromJS(s));
    return strFromJS(s);
  }

  private text(s: string): Str {
    return this.scanner.astral ? strFromJS(s) : s;
  }

  flush(): void {
    const { buffer } = this;
    if (buffer === '') return;
    this.buffer = '';
    this.bufferUsed = 0;
    const handler = this.handlers[H.Data]!;
    if (handler === null) return;
    this.driven.queue.push({
      run: (vm) => {
        this.inCallback = true;
        return this.handlers[H.Data] === null ? null : call(vm, handler, [this.text(buffer)]);
      },
    });
  }

  // -- Sink --

  start(name: string, attributes: readonly string[], specified: number): void {
    this.flush();
    this.put(H.Start, () => {
      const n = this.specifiedAttributes ? specified : attributes.length;
      if (this.orderedAttributes) {
        const items: PyValue[] = [];
        for (let i = 0; i < n; i += 2) items.push(this.name(attributes[i]!), this.text(attributes[i + 1]!));
        return [this.name(name), new PyList(items)];
      }
      const d = new PyDict();
      for (let i = 0; i < n; i += 2) {
        this.name(attributes[i]!);
        d.setStr(attributes[i]!, this.text(attributes[i + 1]!));
      }
      return [this.name(name), d];
    });
  }

  end(name: string): void {
    this.flush();
    this.put(H.End, () => [this.name(name)]);
  }

  data(s: string): void {
    if (!this.bufferText) {
      this.put(H.Data, () => [this.text(s)]);
      return;
    }
    const n = utf8Length(s);
    if (this.bufferUsed + n > this.bufferSize) this.flush();
    if (n > this.bufferSize) this.put(H.Data, () => [this.text(s)]);
    else {
      this.buffer += s;
      this.bufferUsed += n;
    }
  }

  event(h: number, args: readonly EventArg[]): void {
    this.flush();
    if (h === H.Default) h = this.defaultHandler;
    this.put(h, () => this.values(h, args));
  }

  ask(h: number, args: readonly EventArg[], code: number): void {
    this.flush();
    this.put(h, () => this.values(h, args), code);
  }

  then(action: () => void): void {
    this.driven.queue.push({
      run: () => {
        action();
        return null;
      },
    });
  }

  private values(h: number, args: readonly EventArg[]): PyValue[] {
    const interned = INTERNED[h] ?? [];
    return args.map((a, i) => {
      if (typeof a === 'string') return interned.includes(i) ? this.name(a) : this.text(a);
      if (typeof a === 'boolean') return a ? 1 : 0;
      // What is not there is looked up too.
      if (a === null && interned.includes(i)) this.intern?.setFast(null, null);
      return typeof a === 'object' && a !== null ? this.model(a) : a;
    });
  }

  private model(m: Model): PyValue {
    return new PyTuple([m.type, m.quant, m.name === null ? null : this.name(m.name), new PyTuple(m.parts.map((p) => this.model(p)))]);
  }
}

class DrivenParser extends Driven {
  constructor(readonly parser: ExpatParser) {
    super();
  }
  get scanner(): Scanner {
    return this.parser.scanner;
  }
  silence(): void {
    this.parser.clear();
    this.queue.length = this.head = 0;
    this.scanner.stop();
  }
}
