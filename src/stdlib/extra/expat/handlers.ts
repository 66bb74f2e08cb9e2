/** The handlers of a parser: number, attribute's name, and the bit in `Scanner.handlers`. */
export const handlerNames = [
  'StartElementHandler', 'EndElementHandler', 'ProcessingInstructionHandler', 'CharacterDataHandler', 'UnparsedEntityDeclHandler', 'NotationDeclHandler',
  'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'CommentHandler', 'StartCdataSectionHandler', 'EndCdataSectionHandler', 'DefaultHandler',
  'DefaultHandlerExpand', 'NotStandaloneHandler', 'ExternalEntityRefHandler', 'StartDoctypeDeclHandler', 'EndDoctypeDeclHandler', 'EntityDeclHandler',
  'XmlDeclHandler', 'ElementDeclHandler', 'AttlistDeclHandler', 'SkippedEntityHandler',
] as const;

export const H = {
  Start: 0, End: 1, Pi: 2, Data: 3, Unparsed: 4, Notation: 5, StartNs: 6, EndNs: 7, Comment: 8, StartCdata: 9, EndCdata: 10, Default: 11, DefaultExpand: 12, NotStandalone: 13,
  ExternalRef: 14, StartDoctype: 15, EndDoctype: 16, EntityDecl: 17, XmlDecl: 18, ElementDecl: 19, AttlistDecl: 20, Skipped: 21,
} as const;

/** A content model: type, quantifier, name, parts. */
export interface Model {
  type: number;
  quant: number;
  name: string | null;
  parts: Model[];
}

export type EventArg = string | number | boolean | null | Model;

/**
 * Who is told what a scanner finds. The scanner looks at `Scanner.handlers` first and calls only what is wanted there. What has to
 * wait for Python code is put into a queue by the sink, which is emptied between two steps of the scanner.
 */
export interface Sink {
  /** `attributes`: name, value, name, value...; the first `specified` pairs of them stand in the document. */
  start(name: string, attributes: readonly string[], specified: number): void;
  end(name: string): void;
  data(text: string): void;
  /** A handler of `H` that is not one of the three above. */
  event(handler: number, args: readonly EventArg[]): void;
  /** As `event`, for a handler whose false answer is the error `code`. */
  ask(handler: number, args: readonly EventArg[], code: number): void;
  /** Something to be done when everything told so far has been handled. */
  then(action: () => void): void;
}
