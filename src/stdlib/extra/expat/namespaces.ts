/** Prefixes of namespaces and what they are bound to. */
import { XmlError } from './errors.js';

export interface Binding {
  /** null: the default namespace. */
  prefix: string | null;
  uri: string;
  previous: string | undefined;
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

export class Namespaces {
  /** The URI of a prefix; the default one has ''. */
  private readonly bound = new Map<string, string>([['xml', XML]]);
  private readonly elements = new Map<string, string>();
  private readonly attributes = new Map<string, string>();
  /** Names have the prefix behind. */
  triplets = false;
  constructor(readonly separator: string) {}

  /** A declaration: the binding, or an error's code. */
  bind(prefix: string | null, uri: string): Binding | number {
    if (uri === '' && prefix !== null) return XmlError.UndeclaringPrefix;
    if (prefix === 'xmlns') return XmlError.ReservedPrefixXmlns;
    if ((prefix === 'xml') !== (uri === XML)) return prefix === 'xml' ? XmlError.ReservedPrefixXml : XmlError.ReservedNamespaceUri;
    if (uri === XMLNS) return XmlError.ReservedNamespaceUri;
    // A URI with the separator in it would be taken apart wrongly, unless that may stand in URIs.
    if (this.separator !== '' && uri.includes(this.separator) && !/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]$/.test(this.separator)) return XmlError.Syntax;
    const key = prefix ?? '';
    const b: Binding = { prefix, uri, previous: this.bound.get(key) };
    if (uri === '') this.bound.delete(key);
    else this.bound.set(key, uri);
    this.forget();
    return b;
  }

  undo(b: Binding): void {
    if (b.previous === undefined) this.bound.delete(b.prefix ?? '');
    else this.bound.set(b.prefix ?? '', b.previous);
    this.forget();
  }

  private forget(): void {
    this.elements.clear();
    this.attributes.clear();
  }

  /** The name with its namespace; null: its prefix is not bound. */
  resolve(raw: string, element: boolean): string | null {
    const known = element ? this.elements : this.attributes;
    let name = known.get(raw);
    if (name === undefined) {
      const colon = raw.indexOf(':');
      const prefix = colon < 0 ? '' : raw.slice(0, colon);
      const uri = this.bound.get(prefix);
      if (uri === undefined) {
        if (colon >= 0) return null;
        name = raw;
      } else {
        name = uri + this.separator + raw.slice(colon + 1);
        if (this.triplets && colon >= 0 && this.separator !== '') name += this.separator + prefix;
      }
      known.set(raw, name);
    }
    return name;
  }

  /** `prefix=URI` of all. */
  context(): string[] {
    const out: string[] = [];
    const plain = this.bound.get('');
    if (plain !== undefined) out.push(`=${plain}`);
    for (const [prefix, uri] of this.bound) if (prefix !== '') out.push(`${prefix}=${uri}`);
    return out;
  }

  setContext(parts: readonly string[]): void {
    for (const part of parts) {
      const eq = part.indexOf('=');
      if (eq >= 0) this.bound.set(part.slice(0, eq), part.slice(eq + 1));
    }
    this.forget();
  }
}
