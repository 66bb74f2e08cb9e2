/** pyexpat: parsers, their errors, the constants. */
import { andThen, cont, T, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { asBytes, PyBytes } from '../../../objects/bytes.js';
import { getattr } from '../../../objects/attribute.js';
import { index } from '../../../objects/convert.js';
import { defineType, type TypeRecord } from '../../../objects/define.js';
import { defineException } from '../../../objects/define-exception.js';
import { PyDict } from '../../../objects/dict.js';
import { PyException, runtimeError, typeError, valueError } from '../../../objects/errors.js';
import { PyBaseException } from '../../../objects/exception.js';
import { call } from '../../../objects/call.js';
import { flag } from '../../../objects/args.js';
import { PyModule } from '../../../objects/function.js';
import { asInt, clipInt } from '../../../objects/int.js';
import { asJS, strFromJS } from '../../../objects/str.js';
import { PyList, PyTuple } from '../../../objects/tuple.js';
import { typeName } from '../../../objects/type.js';
import { defineModule } from '../../define-module.js';
import type { NativeModuleMaker } from '../../registry.js';
import { documentText, drive } from './driver.js';
import { errorTable, errorText, XmlError } from './errors.js';
import { handlerNames } from './handlers.js';
import { ExpatParser } from './parser-object.js';

const ERROR = defineException('xml.parsers.expat.ExpatError', T.Exception!);

/** The scanner's error as an exception. */
function expatError(p: ExpatParser): PyException {
  const { scanner } = p;
  const line = scanner.lineNumber;
  const column = scanner.columnNumber;
  const e = new PyBaseException(ERROR, [`${errorText(scanner.error)}: line ${line}, column ${column}`]);
  e.dict = new PyDict();
  e.dict.setStr('code', scanner.error);
  e.dict.setStr('offset', column);
  e.dict.setStr('lineno', line);
  return new PyException(e);
}

const PARSED = cont('expat.parsed', (vm, _r, c) => {
  const p = c.a as ExpatParser;
  p.inCallback = false;
  if (p.scanner.error !== 0) throw expatError(p);
  p.flush();
  if (p.driven.queue.length === 0) return 1;
  const base = vm.frame;
  return andThen(vm, base, drive(vm, p.driven), FLUSHED, p);
});
const FLUSHED = cont('expat.flushed', (_vm, _r, c) => {
  (c.a as ExpatParser).inCallback = false;
  return 1;
});

function parse(vm: VM, p: ExpatParser, data: Uint8Array | string, final: boolean): Result {
  const { scanner } = p;
  if (scanner.error === 0 && scanner.finished) scanner.error = XmlError.Finished;
  if (scanner.error !== 0) throw expatError(p);
  scanner.feed(data, final);
  const base = vm.frame;
  return andThen(vm, base, drive(vm, p.driven), PARSED, p);
}

const READ = cont('expat.read', (vm, data, c) => {
  const p = c.a as ExpatParser;
  const b = data instanceof PyBytes || typeName(data!) === 'bytearray' ? asBytes(data!) : undefined;
  if (b === undefined) throw typeError(`read() did not return a bytes object (type=${typeName(data!)})`);
  if (b.length > 2048) throw valueError(`read() returned too much data: 2048 bytes requested, ${b.length} returned`);
  const base = vm.frame;
  return andThen(vm, base, parse(vm, p, b.slice(), b.length === 0), PART, p, c.b, b.length === 0);
});
const PART = cont('expat.part', (vm, r, c) => (c.c ? r! : readMore(vm, c.a, c.b)));
function readMore(vm: VM, p: ExpatParser, read: PyValue): Result {
  const base = vm.frame;
  return andThen(vm, base, call(vm, read, [2048]), READ, p, read);
}
const READER = cont(
  'expat.reader',
  (vm, read, c) => {
    if (read !== undefined) return readMore(vm, c.a, read);
    if (!vm.exc!.cls.isSubtype(T.AttributeError!)) return undefined;
    return vm.raise(typeError("argument must have 'read' attribute"));
  },
  { catches: true },
);

const OPTIONAL = (v: PyValue, what: string): string | null => {
  if (v === null) return null;
  const s = asJS(v);
  if (s === undefined) throw typeError(`${what} must be str or None, not ${typeName(v)}`);
  return s;
};

const getset: NonNullable<TypeRecord['getset']> = {};
handlerNames.forEach((name, h) => {
  getset[name] = [
    (_vm, self: ExpatParser) => self.handlers[h]!,
    (_vm, self: ExpatParser, v) => {
      if (v === undefined) throw runtimeError('Cannot delete attribute');
      self.setHandler(h, v);
      return null;
    },
  ];
});
for (const [name, field] of [
  ['ordered_attributes', 'orderedAttributes'], ['specified_attributes', 'specifiedAttributes'], ['namespace_prefixes', 'namespacePrefixes'], ['buffer_text', 'bufferText'],
] as const) {
  getset[name] = [
    (_vm, self: ExpatParser) => self[field],
    (vm, self: ExpatParser, v) => {
      if (v === undefined) throw runtimeError('Cannot delete attribute');
      self[field] = flag(vm, v);
      if (field === 'bufferText' && !self.bufferText) self.flush();
      if (field === 'namespacePrefixes' && self.scanner.ns !== null) self.scanner.ns.triplets = self.namespacePrefixes;
      return null;
    },
  ];
}
getset.buffer_size = [
  (_vm, self: ExpatParser) => self.bufferSize,
  (_vm, self: ExpatParser, v) => {
    if (v === undefined) throw runtimeError('Cannot delete attribute');
    const n = asInt(v);
    if (n === undefined) throw typeError('buffer_size must be an integer');
    if (n <= 0) throw valueError('buffer_size must be greater than zero');
    if (n > 0x7fffffff) throw valueError('buffer_size must not be greater than 2147483647');
    if (self.bufferText) self.flush();
    self.bufferSize = clipInt(n);
    return null;
  },
];
Object.assign(getset, {
  CurrentLineNumber: (_vm: VM, self: ExpatParser) => self.scanner.lineNumber,
  CurrentColumnNumber: (_vm: VM, self: ExpatParser) => self.scanner.columnNumber,
  CurrentByteIndex: (_vm: VM, self: ExpatParser) => self.scanner.byteIndex,
  ErrorLineNumber: (_vm: VM, self: ExpatParser) => self.scanner.lineNumber,
  ErrorColumnNumber: (_vm: VM, self: ExpatParser) => self.scanner.columnNumber,
  ErrorByteIndex: (_vm: VM, self: ExpatParser) => self.scanner.byteIndex,
  ErrorCode: (_vm: VM, self: ExpatParser) => self.scanner.error,
  buffer_used: (_vm: VM, self: ExpatParser) => self.bufferUsed,
});

/** A parser for an external entity of what `p` reads. */
function child(p: ExpatParser, context: string | null, encoding: string | null): ExpatParser {
  const c = new ExpatParser(encoding, p.separator, p.intern);
  const { scanner } = c;
  p.handlers.forEach((f, h) => {
    c.handlers[h] = f;
  });
  scanner.handlers = p.scanner.handlers;
  scanner.expandInternal = p.scanner.expandInternal;
  c.bufferText = p.bufferText;
  c.bufferSize = p.bufferSize;
  c.orderedAttributes = p.orderedAttributes;
  c.specifiedAttributes = p.specifiedAttributes;
  c.namespacePrefixes = p.namespacePrefixes;
  scanner.paramParsing = p.scanner.paramParsing;
  scanner.external(p.scanner, context);
  return c;
}

const PARSER = defineType({
  name: 'pyexpat.xmlparser',
  instance: ExpatParser,
  doc: 'XML parser',
  methods: {
    '!Parse(self, data, isfinal=False, /)': (vm, self: ExpatParser, data, final) => {
      const text = documentText(data);
      if (text !== undefined) return parse(vm, self, text, flag(vm, final));
      const b = asBytes(data);
      if (b === undefined) throw typeError(`a bytes-like object is required, not '${typeName(data)}'`);
      return parse(vm, self, b.slice(), flag(vm, final));
    },
    '!ParseFile(self, file, /)': (vm, self: ExpatParser, file) => {
      const base = vm.frame;
      return andThen(vm, base, getattr(vm, file, 'read'), READER, self);
    },
    'SetBase(self, base, /)': (_vm, self: ExpatParser, base) => {
      const s = asJS(base);
      if (s === undefined) throw typeError(`SetBase() argument must be str, not ${base === null ? 'None' : typeName(base)}`);
      self.scanner.base = s;
      return null;
    },
    'GetBase(self, /)': (_vm, self: ExpatParser) => (self.scanner.base === null ? null : strFromJS(self.scanner.base)),
    'GetInputContext(self, /)': (_vm, self: ExpatParser) => (self.inCallback ? new PyBytes(new TextEncoder().encode(self.scanner.context())) : null),
    'UseForeignDTD(self, flag=True, /)': (vm, self: ExpatParser, v) => {
      if (self.scanner.started) {
        self.scanner.error = 26;
        throw expatError(self);
      }
      self.scanner.foreignDtd = flag(vm, v);
      return null;
    },
    'SetParamEntityParsing(self, flag, /)': (_vm, self: ExpatParser, v) => {
      const n = asInt(v);
      if (n === undefined) throw typeError(`'${typeName(v)}' object cannot be interpreted as an integer`);
      if (self.scanner.started) return 0;
      self.scanner.paramParsing = clipInt(n);
      return 1;
    },
    'ExternalEntityParserCreate(self, context, encoding=<unset>, /)': (_vm, self: ExpatParser, context, encoding) => {
      if (encoding !== undefined && asJS(encoding) === undefined) throw typeError(`ExternalEntityParserCreate() argument 2 must be str, not ${encoding === null ? 'None' : typeName(encoding)}`);
      return child(self, OPTIONAL(context, 'ExternalEntityParserCreate() argument 1'), encoding === undefined ? null : asJS(encoding)!);
    },
  },
  getset,
  members: { intern: (_vm, self: ExpatParser) => self.intern },
});

function constants(name: string, doc: string, values: readonly (readonly [string, PyValue])[]): PyModule {
  const m = new PyModule(name);
  m.dict.setStr('__doc__', doc);
  m.dict.setStr('__package__', null);
  for (const [k, v] of values) m.dict.setStr(k, v);
  return m;
}

function errorsModule(): PyModule {
  const codes = new PyDict();
  const messages = new PyDict();
  for (const [code, , text] of errorTable) {
    codes.setStr(text, code);
    messages.setFast(code, text);
  }
  return constants('pyexpat.errors', 'Constants used to describe error conditions.', [
    ...errorTable.map(([, name, text]) => [`XML_ERROR_${name}`, text] as const), ['codes', codes], ['messages', messages],
  ]);
}

function modelModule(): PyModule {
  const types = ['EMPTY', 'ANY', 'MIXED', 'NAME', 'CHOICE', 'SEQ'];
  const quants = ['NONE', 'OPT', 'REP', 'PLUS'];
  return constants('pyexpat.model', 'Constants used to interpret content model information.', [
    ...types.map((t, i) => [`XML_CTYPE_${t}`, i + 1] as const), ...quants.map((q, i) => [`XML_CQUANT_${q}`, i] as const),
  ]);
}

const FEATURES: readonly (readonly [string, number])[] = [
  ['sizeof(XML_Char)', 1], ['sizeof(XML_LChar)', 1], ['XML_DTD', 0], ['XML_CONTEXT_BYTES', 1024], ['XML_NS', 0], ['XML_BLAP_MAX_AMP', 100], ['XML_BLAP_ACT_THRES', 8388608],
];

export const makeExpat: NativeModuleMaker = (vm) => {
  const errors = errorsModule();
  const model = modelModule();
  vm.state.modules.setStr('pyexpat.errors', errors);
  vm.state.modules.setStr('pyexpat.model', model);
  return defineModule({
    name: 'pyexpat',
    doc: 'Python wrapper for Expat parser.',
    functions: {
      'ParserCreate(encoding=None, namespace_separator=None, intern=<unset>)': (_vm, encoding, separator, intern) => {
        const e = OPTIONAL(encoding, "ParserCreate() argument 'encoding'");
        const s = OPTIONAL(separator, "ParserCreate() argument 'namespace_separator'");
        if (s !== null && Array.from(s).length > 1) throw valueError('namespace_separator must be at most one character, omitted, or None');
        if (intern !== undefined && intern !== null && !(intern instanceof PyDict)) throw typeError('intern must be a dictionary');
        return new ExpatParser(e, s, intern === undefined ? new PyDict() : (intern as PyDict | null));
      },
      '!ErrorString(code, /)': (v, code) => {
        const base = v.frame;
        return andThen(v, base, index(v, code), ERROR_STRING);
      },
    },
    values: {
      errors, model, XMLParserType: PARSER, ExpatError: ERROR, error: ERROR,
      EXPAT_VERSION: 'expat_2.5.0', version_info: new PyTuple([2, 5, 0]), native_encoding: 'UTF-8',
      features: new PyList(FEATURES.map(([k, n]) => new PyTuple([k, n]))),
      XML_PARAM_ENTITY_PARSING_NEVER: 0, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE: 1, XML_PARAM_ENTITY_PARSING_ALWAYS: 2,
    },
  });
};
const ERROR_STRING = cont('expat.errorString', (_vm, code) => errorText(clipInt(asInt(code!)!)) ?? null);
