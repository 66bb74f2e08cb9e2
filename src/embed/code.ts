/** A compiled program for the embedder: run it, or look inside. */
import { disText, showCodeText, disTree } from '../bytecode/dis.js';
import { codeToJson, type JsonDocument } from '../bytecode/json.js';
import type { PyCode } from '../objects/code.js';
import { toJS } from './convert.js';

export class Code {
  /** @internal */
  constructor(readonly code: PyCode) {}

  get name(): string {
    return this.code.co.name;
  }
  get filename(): string {
    return this.code.co.filename;
  }
  get names(): readonly string[] {
    return this.code.co.names;
  }
  get consts(): unknown[] {
    return this.code.constValues().items.map((c) => toJS(c));
  }

  /** What CPython 3.5's `dis.dis` prints; `recurse`: nested code objects too, each under a heading. */
  dis(options: { recurse?: boolean } = {}): string {
    return options.recurse === true ? disTree(this.code.co) : disText(this.code.co);
  }

  /** What CPython 3.5's `dis.show_code` prints. */
  showCode(): string {
    return showCodeText(this.code.co);
  }

  /** The code object tree as a JSON document (docs/bytecode.md). */
  json(): JsonDocument {
    return codeToJson(this.code.co, this.code.co.filename);
  }
}
