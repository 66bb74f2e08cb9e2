"""Python wrapper for Expat parser: here a parser of XML 1.0 of our own, non-validating, with Expat's interface and errors."""

import re as _re
import sys as _sys
import types as _types

EXPAT_VERSION = 'expat_2.5.0'
version_info = (2, 5, 0)
native_encoding = 'UTF-8'
features = [('sizeof(XML_Char)', 1), ('sizeof(XML_LChar)', 1), ('XML_DTD', 0), ('XML_CONTEXT_BYTES', 1024), ('XML_NS', 0)]
XML_PARAM_ENTITY_PARSING_NEVER = 0
XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE = 1
XML_PARAM_ENTITY_PARSING_ALWAYS = 2

_MESSAGES = (
    (1, 'XML_ERROR_NO_MEMORY', 'out of memory'), (2, 'XML_ERROR_SYNTAX', 'syntax error'), (3, 'XML_ERROR_NO_ELEMENTS', 'no element found'),
    (4, 'XML_ERROR_INVALID_TOKEN', 'not well-formed (invalid token)'), (5, 'XML_ERROR_UNCLOSED_TOKEN', 'unclosed token'),
    (6, 'XML_ERROR_PARTIAL_CHAR', 'partial character'), (7, 'XML_ERROR_TAG_MISMATCH', 'mismatched tag'),
    (8, 'XML_ERROR_DUPLICATE_ATTRIBUTE', 'duplicate attribute'), (9, 'XML_ERROR_JUNK_AFTER_DOC_ELEMENT', 'junk after document element'),
    (10, 'XML_ERROR_PARAM_ENTITY_REF', 'illegal parameter entity reference'), (11, 'XML_ERROR_UNDEFINED_ENTITY', 'undefined entity'),
    (12, 'XML_ERROR_RECURSIVE_ENTITY_REF', 'recursive entity reference'), (13, 'XML_ERROR_ASYNC_ENTITY', 'asynchronous entity'),
    (14, 'XML_ERROR_BAD_CHAR_REF', 'reference to invalid character number'), (15, 'XML_ERROR_BINARY_ENTITY_REF', 'reference to binary entity'),
    (16, 'XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF', 'reference to external entity in attribute'),
    (17, 'XML_ERROR_MISPLACED_XML_PI', 'XML or text declaration not at start of entity'), (18, 'XML_ERROR_UNKNOWN_ENCODING', 'unknown encoding'),
    (19, 'XML_ERROR_INCORRECT_ENCODING', 'encoding specified in XML declaration is incorrect'), (20, 'XML_ERROR_UNCLOSED_CDATA_SECTION', 'unclosed CDATA section'),
    (21, 'XML_ERROR_EXTERNAL_ENTITY_HANDLING', 'error in processing external entity reference'), (22, 'XML_ERROR_NOT_STANDALONE', 'document is not standalone'),
    (23, 'XML_ERROR_UNEXPECTED_STATE', 'unexpected parser state - please send a bug report'), (24, 'XML_ERROR_ENTITY_DECLARED_IN_PE', 'entity declared in parameter entity'),
    (25, 'XML_ERROR_FEATURE_REQUIRES_XML_DTD', 'requested feature requires XML_DTD support in Expat'),
    (26, 'XML_ERROR_CANT_CHANGE_FEATURE_ONCE_PARSING', 'cannot change setting once parsing has begun'), (27, 'XML_ERROR_UNBOUND_PREFIX', 'unbound prefix'),
    (28, 'XML_ERROR_UNDECLARING_PREFIX', 'must not undeclare prefix'), (29, 'XML_ERROR_INCOMPLETE_PE', 'incomplete markup in parameter entity'),
    (30, 'XML_ERROR_XML_DECL', 'XML declaration not well-formed'), (31, 'XML_ERROR_TEXT_DECL', 'text declaration not well-formed'),
    (32, 'XML_ERROR_PUBLICID', 'illegal character(s) in public id'), (33, 'XML_ERROR_SUSPENDED', 'parser suspended'),
    (34, 'XML_ERROR_NOT_SUSPENDED', 'parser not suspended'), (35, 'XML_ERROR_ABORTED', 'parsing aborted'), (36, 'XML_ERROR_FINISHED', 'parsing finished'),
    (37, 'XML_ERROR_SUSPEND_PE', 'cannot suspend in external parameter entity'),
    (38, 'XML_ERROR_RESERVED_PREFIX_XML', 'reserved prefix (xml) must not be undeclared or bound to another namespace name'),
    (39, 'XML_ERROR_RESERVED_PREFIX_XMLNS', 'reserved prefix (xmlns) must not be declared or undeclared'),
    (40, 'XML_ERROR_RESERVED_NAMESPACE_URI', 'prefix must not be bound to one of the reserved namespace names'),
)
_TEXT = {code: text for code, _, text in _MESSAGES}

errors = _types.ModuleType('pyexpat.errors', 'Constants used to describe error conditions.')
for _code, _name, _text in _MESSAGES:
    setattr(errors, _name, _text)
errors.codes = {text: code for code, _, text in _MESSAGES}
errors.messages = dict(_TEXT)
model = _types.ModuleType('pyexpat.model', 'Constants used to interpret content model information.')
for _i, _name in enumerate(('EMPTY', 'ANY', 'MIXED', 'NAME', 'CHOICE', 'SEQ')):
    setattr(model, 'XML_CTYPE_' + _name, _i + 1)
for _i, _name in enumerate(('NONE', 'OPT', 'REP', 'PLUS')):
    setattr(model, 'XML_CQUANT_' + _name, _i)
_sys.modules['pyexpat.errors'] = errors
_sys.modules['pyexpat.model'] = model
del _code, _name, _text, _i


class ExpatError(Exception):
    __module__ = 'xml.parsers.expat'


error = ExpatError


def ErrorString(code, /):
    return _TEXT.get(code)


_START = 'A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff:'
_CHARS = _START + '\\-.0-9\xb7\u0300-\u036f\u203f-\u2040'
_NAME = _re.compile('[%s][%s]*' % (_START, _CHARS))
_SPACE = _re.compile('[ \t\r\n]+')
_ATTR = _re.compile('([ \t\r\n]*)([%s][%s]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^<"]*)"|\'([^<\']*)\')' % (_START, _CHARS))
_BAD = _re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_REF = _re.compile('&(?:#([0-9]+)|#x([0-9a-fA-F]+)|([%s][%s]*));' % (_START, _CHARS))
_XMLDECL = _re.compile('<\\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["\'])([^"\']*)\\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["\'])([A-Za-z][-A-Za-z0-9._]*)\\3)?'
                       '(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["\'])(yes|no)\\5)?[ \t\r\n]*\\?>')
_PREDEFINED = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
_XML_NS = 'http://www.w3.org/XML/1998/namespace'
_HANDLERS = ('StartElementHandler', 'EndElementHandler', 'ProcessingInstructionHandler', 'CharacterDataHandler', 'UnparsedEntityDeclHandler',
             'NotationDeclHandler', 'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'CommentHandler', 'StartCdataSectionHandler',
             'EndCdataSectionHandler', 'DefaultHandler', 'DefaultHandlerExpand', 'NotStandaloneHandler', 'ExternalEntityRefHandler',
             'StartDoctypeDeclHandler', 'EndDoctypeDeclHandler', 'EntityDeclHandler', 'XmlDeclHandler', 'ElementDeclHandler', 'AttlistDeclHandler',
             'SkippedEntityHandler')


class _Incomplete(Exception):
    """The token goes on behind the data there is."""


class XMLParserType:
    __module__ = 'pyexpat'
    __qualname__ = 'xmlparser'

    def __init__(self, encoding, separator, intern):
        for name in _HANDLERS:
            setattr(self, name, None)
        self._encoding = encoding
        self._separator = separator
        self.intern = {} if intern is None else intern
        self.buffer_text = False
        self.buffer_size = 8192
        self.ordered_attributes = False
        self.specified_attributes = False
        self.namespace_prefixes = False
        self.ErrorCode = 0
        self._raw = b''
        self._decoder = None
        self._text = ''
        self._at = 0
        self._event = 0
        # Line, column and offset of a place behind which nothing was counted yet.
        self._line = 1
        self._column = 0
        self._counted = 0
        self._bytes = 0
        self._stack = []
        self._spaces = [{'xml': _XML_NS}]
        self._declared = []
        self._seen_root = False
        self._finished = False
        self._started = False
        self._doctype = None
        self._entities = {}
        self._defaults = {}
        self._pending = []
        self._cdata = False
        self._base = None
        self._foreign = False
        self._expanding = []
        self._error_at = None

    # -- positions --

    def _locate(self, at):
        if at < self._counted:
            self._line, self._column, self._counted = 1, 0, 0
        text = self._text[self._counted - self._dropped:at - self._dropped]
        n = text.count('\n')
        if n:
            self._line += n
            self._column = len(text) - text.rfind('\n') - 1
        else:
            self._column += len(text)
        self._counted = at
        return self._line, self._column

    _dropped = 0

    @property
    def CurrentLineNumber(self):
        return self._locate(self._event)[0]

    @property
    def CurrentColumnNumber(self):
        return self._locate(self._event)[1]

    @property
    def CurrentByteIndex(self):
        return len(self._text[:self._event - self._dropped].encode('utf-8', 'surrogatepass')) + self._bytes if self._started else -1

    @property
    def ErrorLineNumber(self):
        return self.CurrentLineNumber

    @property
    def ErrorColumnNumber(self):
        return self.CurrentColumnNumber

    @property
    def ErrorByteIndex(self):
        return self.CurrentByteIndex

    def _fail(self, code, at=None):
        if self._expanding:
            at = self._event
        if at is not None:
            self._event = at
        self.ErrorCode = code
        self._flush()
        line, column = self._locate(self._event)
        e = ExpatError('%s: line %d, column %d' % (_TEXT[code], line, column))
        e.code = code
        e.lineno = line
        e.offset = column
        self._finished = True
        raise e

    # -- interface --

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base

    def GetInputContext(self):
        return None

    def UseForeignDTD(self, flag=True, /):
        self._foreign = bool(flag)

    def SetParamEntityParsing(self, flag, /):
        return 1

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        p = XMLParserType(encoding, self._separator, self.intern)
        for name in _HANDLERS:
            setattr(p, name, getattr(self, name))
        p.buffer_text = self.buffer_text
        p.ordered_attributes = self.ordered_attributes
        p._entities = self._entities
        return p

    def ParseFile(self, file, /):
        while True:
            data = file.read(2048)
            if not isinstance(data, (bytes, bytearray)):
                raise TypeError("read() did not return a bytes object (type=%.400s)" % type(data).__name__)
            if not data:
                return self.Parse(b'', True)
            self.Parse(data, False)

    def Parse(self, data, isfinal=False, /):
        if self._finished:
            self._fail(36)
        if isinstance(data, str):
            self._text += data
            self._decoder = False
            self._encoding = self._encoding or 'utf-8'
        else:
            self._feed(bytes(data), isfinal)
        self._started = True
        try:
            self._run(isfinal)
        finally:
            if self._at > 65536:
                self._locate(self._at + self._dropped)
                self._bytes += len(self._text[:self._at].encode('utf-8', 'surrogatepass'))
                self._text = self._text[self._at:]
                self._dropped += self._at
                self._at = 0
        if not self.buffer_text:
            self._flush()
        if isfinal:
            self._flush()
            self._finished = True
        return 1

    def _feed(self, data, final):
        if self._decoder is False:
            self._text += data.decode('utf-8')
            return
        if self._decoder is None:
            self._raw += data
            raw = self._raw
            if len(raw) < 4 and not final:
                return
            name = self._encoding
            if name is None:
                if raw.startswith((b'\xff\xfe', b'\xfe\xff')):
                    name = 'utf-16'
                elif raw.startswith(b'\xef\xbb\xbf'):
                    name = 'utf-8'
                    raw = raw[3:]
                elif raw.startswith(b'<\x00'):
                    name = 'utf-16-le'
                elif raw.startswith(b'\x00<'):
                    name = 'utf-16-be'
                else:
                    if raw.startswith(b'<?xml') and b'?>' not in raw and not final:
                        return
                    m = _re.match(b'<\\?xml[^>]*?encoding\\s*=\\s*["\']([A-Za-z][-A-Za-z0-9._]*)["\']', raw)
                    name = m.group(1).decode('ascii') if m else 'utf-8'
                    if name.lower() == 'utf-16':
                        self._fail(19, 30)
            import codecs
            try:
                self._decoder = codecs.getincrementaldecoder(name)()
            except LookupError:
                m = _re.match(b'<\\?xml[^>]*?encoding\\s*=\\s*["\']', raw)
                self._text = raw.decode('latin-1')
                self._fail(18, m.end() if m else 0)
            self._raw = b''
            data = raw
        try:
            self._text += self._decoder.decode(data, final)
        except UnicodeDecodeError as e:
            self._text += data[:e.start].decode(self._decoder_name(), 'replace') if e.start else ''
            self._broken = True
            self._bad_at = len(self._text)
            self._text += '\x00'

    def _decoder_name(self):
        return 'utf-8'

    # -- text --

    def _flush(self):
        if self._pending:
            text = ''.join(self._pending)
            self._pending = []
            handler = self.CharacterDataHandler
            if handler is not None:
                handler(text)
            else:
                self._default(text)

    def _default(self, text):
        handler = self.DefaultHandlerExpand or self.DefaultHandler
        if handler is not None:
            self._flush()
            handler(text)

    def _characters(self, text):
        if not text:
            return
        if self.buffer_text:
            self._pending.append(text)
            return
        handler = self.CharacterDataHandler
        if handler is None:
            self._default(text)
            return
        # Expat reports line ends on their own.
        if '\n' in text:
            for part in _re.findall('\n|[^\n]+', text):
                handler(part)
        else:
            handler(text)

    # -- parsing --

    def _run(self, final):
        text = self._text
        n = len(text)
        try:
            while self._at < n:
                self._event = self._at + self._dropped
                if self._cdata:
                    self._in_cdata(text, n, final)
                elif text[self._at] == '<':
                    self._markup(text, n, final)
                elif self._stack:
                    self._content(text, n, final)
                else:
                    self._outside(text, n, final)
        except _Incomplete:
            if final:
                self._event = self._at + self._dropped
                bad = _BAD.search(text, self._at)
                if bad:
                    self._fail(4, bad.start() + self._dropped)
                self._fail(20 if self._cdata else 5)
            return
        if final:
            self._event = n + self._dropped
            if self._cdata:
                self._fail(20)
            if self._stack or not self._seen_root:
                self._fail(3)

    def _outside(self, text, n, final):
        m = _SPACE.match(text, self._at)
        if m:
            self._default(m.group())
            self._at = m.end()
            return
        if text[self._at] == '\ufeff' and self._at == 0 and not self._dropped:
            self._at = 1
            return
        bad = _BAD.match(text, self._at)
        if bad:
            self._fail(4, self._at + self._dropped)
        if text[self._at] == '&':
            self._fail(9 if self._seen_root else 2)
        self._fail(9 if self._seen_root else 2)

    def _content(self, text, n, final):
        at = self._at
        end = text.find('<', at)
        whole = end >= 0
        if not whole:
            end = n
        amp = text.find('&', at, end)
        stop = amp if amp >= 0 else end
        if stop > at:
            if not whole and amp < 0 and not final and text[stop - 1] in '\r]':
                # The rest of a line end or of ']]>' may follow.
                stop -= 1
                if stop > 0 and text[stop - 1] == ']' and stop > at:
                    stop -= 1
                if stop <= at:
                    raise _Incomplete
            part = text[at:stop]
            bad = _BAD.search(part)
            close = part.find(']]>')
            if bad and (close < 0 or bad.start() < close):
                self._emit(part[:bad.start()])
                self._fail(4, at + bad.start() + self._dropped)
            if close >= 0:
                self._emit(part[:close])
                self._fail(4, at + close + 2 + self._dropped)
            self._emit(part)
            self._at = stop
            return
        self._reference(text, n)

    def _emit(self, part):
        if '\r' in part:
            part = part.replace('\r\n', '\n').replace('\r', '\n')
        self._characters(part)

    def _reference(self, text, n):
        at = self._at
        m = _REF.match(text, at)
        if m is None:
            if text.find(';', at) < 0 and _re.fullmatch('&#?[^ \t\r\n<&]{0,100}', text[at:]):
                raise _Incomplete
            i = at + 1
            while i < n and text[i] not in ' \t\r\n<&;' and (_NAME.match(text[i]) or text[i] in '#0123456789-.'):
                i += 1
            self._fail(4, i + self._dropped)
        self._at = m.end()
        self._event = at + self._dropped
        dec, hexa, name = m.groups()
        if name is None:
            self._characters(self._char_ref(dec, hexa))
            return
        if name in _PREDEFINED:
            self._characters(_PREDEFINED[name])
            return
        if name not in self._entities:
            if self._doctype and (self._doctype[2] or self._foreign) :
                if self.SkippedEntityHandler is not None:
                    self._flush()
                    self.SkippedEntityHandler(name, False)
                else:
                    self._default(m.group())
                return
            self._fail(11)
        value, system, public, notation = self._entities[name]
        if notation is not None:
            self._fail(15)
        if value is None:
            handler = self.ExternalEntityRefHandler
            if handler is not None:
                self._flush()
                if not handler(name, self._base, system, public):
                    self._fail(21)
            else:
                self._default(m.group())
            return
        if self.DefaultHandler is not None and self.DefaultHandlerExpand is None:
            self._flush()
            self.DefaultHandler(m.group())
            return
        if name in self._expanding:
            self._fail(12)
        self._expanding.append(name)
        saved = self._text, self._at, self._dropped, self._counted, self._line, self._column
        depth = len(self._stack)
        self._text, self._at = value, 0
        try:
            self._expand(value)
        finally:
            self._text, self._at, self._dropped, self._counted, self._line, self._column = saved
            self._expanding.pop()
        if len(self._stack) != depth:
            self._fail(13)

    def _expand(self, value):
        n = len(value)
        try:
            while self._at < n:
                if self._cdata:
                    self._in_cdata(value, n, True)
                elif value[self._at] == '<':
                    self._markup(value, n, True)
                else:
                    self._content(value, n, True)
        except _Incomplete:
            self._fail(5)

    def _char_ref(self, dec, hexa):
        code = int(dec) if dec is not None else int(hexa, 16)
        if code > 0x10ffff or (code < 32 and code not in (9, 10, 13)) or 0xd800 <= code < 0xe000 or code in (0xfffe, 0xffff):
            self._fail(14)
        return chr(code)

    def _markup(self, text, n, final):
        at = self._at
        nxt = text[at + 1:at + 2]
        if nxt == '/':
            self._end_tag(text, n)
        elif nxt == '!':
            self._declaration(text, n)
        elif nxt == '?':
            self._instruction(text, n)
        elif not nxt:
            raise _Incomplete
        else:
            self._start_tag(text, n)

    def _instruction(self, text, n):
        at = self._at
        if text.startswith('<?xml', at) and text[at + 5:at + 6] in (' ', '\t', '\r', '\n'):
            end = text.find('?>', at)
            if end < 0:
                raise _Incomplete
            if at + self._dropped != 0 and not (at == 1 and text[0] == '\ufeff') or self._seen_root or self._stack:
                self._fail(17)
            m = _XMLDECL.match(text, at)
            if m is None:
                self._fail(30, self._bad_decl(text, at, end) + self._dropped)
            self._at = m.end()
            if self.XmlDeclHandler is not None:
                self._flush()
                standalone = m.group(6)
                self.XmlDeclHandler(m.group(2), m.group(4), -1 if standalone is None else 1 if standalone == 'yes' else 0)
            else:
                self._default(m.group())
            return
        end = text.find('?>', at + 2)
        if end < 0:
            if len(text) > at + 2 and not _NAME.match(text, at + 2):
                self._fail(4, at + 2 + self._dropped)
            raise _Incomplete
        m = _NAME.match(text, at + 2)
        if m is None or (m.end() != end and text[m.end()] not in ' \t\r\n'):
            self._fail(4, (at + 2 if m is None else m.end()) + self._dropped)
        target = m.group()
        if target.lower() == 'xml':
            self._fail(17 if target == 'xml' and at + self._dropped else 4, at + 2 + self._dropped if target != 'xml' else None)
        self._check(text, at, end)
        data = text[m.end():end].lstrip(' \t\r\n').replace('\r\n', '\n').replace('\r', '\n')
        self._at = end + 2
        if self.ProcessingInstructionHandler is not None:
            self._flush()
            self.ProcessingInstructionHandler(target, data)
        else:
            self._default(text[at:end + 2])

    def _bad_decl(self, text, at, end):
        return min(at + 6, end)

    def _check(self, text, start, end):
        bad = _BAD.search(text, start, end)
        if bad:
            self._fail(4, bad.start() + self._dropped)

    def _declaration(self, text, n):
        at = self._at
        if text.startswith('<!--', at):
            end = text.find('--', at + 4)
            if end < 0 or end + 2 >= n:
                self._check(text, at, n)
                raise _Incomplete
            self._check(text, at, end)
            if text[end + 2] != '>':
                self._fail(4, end + 2 + self._dropped)
            self._at = end + 3
            if self.CommentHandler is not None:
                self._flush()
                self.CommentHandler(text[at + 4:end].replace('\r\n', '\n').replace('\r', '\n'))
            else:
                self._default(text[at:end + 3])
        elif text.startswith('<![CDATA[', at):
            if not self._stack:
                self._fail(9 if self._seen_root else 2)
            self._at = at + 9
            self._cdata = True
            if self.StartCdataSectionHandler is not None:
                self._flush()
                self.StartCdataSectionHandler()
            else:
                self._default('<![CDATA[')
        elif text.startswith('<!DOCTYPE', at):
            if self._seen_root or self._stack or self._doctype:
                self._fail(9 if self._seen_root else 2)
            self._doctype_decl(text, n)
        elif any(w.startswith(text[at:at + 9]) for w in ('<!DOCTYPE', '<![CDATA[', '<!--')) and n - at < 9:
            raise _Incomplete
        else:
            self._fail(4, at + 2 + self._dropped)

    def _in_cdata(self, text, n, final):
        at = self._at
        end = text.find(']]>', at)
        stop = end if end >= 0 else n
        if end < 0 and not final:
            while stop > at and text[stop - 1] in ']\r':
                stop -= 1
        self._check(text, at, stop)
        self._emit(text[at:stop])
        if end < 0:
            self._at = stop
            if stop < n or not final:
                raise _Incomplete
            return
        self._at = end + 3
        self._cdata = False
        self._event = end + self._dropped
        if self.EndCdataSectionHandler is not None:
            self._flush()
            self.EndCdataSectionHandler()
        else:
            self._default(']]>')

    def _doctype_decl(self, text, n):
        at = self._at
        m = _re.compile('<!DOCTYPE[ \t\r\n]+([%s][%s]*)(?:[ \t\r\n]+(?:SYSTEM[ \t\r\n]+("[^"]*"|\'[^\']*\')|PUBLIC[ \t\r\n]+("[^"]*"|\'[^\']*\')[ \t\r\n]+("[^"]*"|\'[^\']*\')))?[ \t\r\n]*' % (_START, _CHARS)).match(text, at)
        if m is None or m.end() >= n:
            if text.find('>', at) < 0 or (m is not None and m.end() >= n):
                raise _Incomplete
            self._fail(2, at + 9 + self._dropped)
        name = m.group(1)
        public = m.group(3)[1:-1] if m.group(3) else None
        system = m.group(2) or m.group(4)
        system = system[1:-1] if system else None
        i = m.end()
        internal = text[i] == '['
        if internal:
            end = self._subset_end(text, i + 1, n)
            rest = _re.compile('[ \t\r\n]*>').match(text, end + 1)
            if rest is None:
                if text[end + 1:].strip(' \t\r\n'):
                    self._fail(4, end + 1 + self._dropped)
                raise _Incomplete
            after = rest.end()
        elif text[i] == '>':
            after = i + 1
        else:
            self._fail(4 if text[i] not in '"\'' else 2, i + self._dropped)
        self._doctype = (name, internal, system is not None)
        if self.StartDoctypeDeclHandler is not None:
            self._flush()
            self.StartDoctypeDeclHandler(name, system, public, 1 if internal else 0)
        if internal:
            self._subset(text, i + 1, end)
        self._at = after
        if self.EndDoctypeDeclHandler is not None:
            self.EndDoctypeDeclHandler()
        if self.StartDoctypeDeclHandler is None and self.EndDoctypeDeclHandler is None:
            self._default(text[at:after])

    def _subset_end(self, text, i, n):
        token = _re.compile('"[^"]*"|\'[^\']*\'|<!--.*?-->|<\\?.*?\\?>|\\]|<!|[^]"\'<]+|<', _re.S)
        depth = 0
        while i < n:
            m = token.match(text, i)
            if m is None:
                raise _Incomplete
            if m.group() == ']':
                return i
            i = m.end()
        raise _Incomplete

    def _subset(self, text, i, end):
        name = '[%s][%s]*' % (_START, _CHARS)
        quoted = '(?:"[^"]*"|\'[^\']*\')'
        s = '[ \t\r\n]+'
        entity = _re.compile('<!ENTITY%s(%%%s)?(%s)%s(?:(%s)|SYSTEM%s(%s)|PUBLIC%s(%s)%s(%s))(?:%sNDATA%s(%s))?[ \t\r\n]*>' % (s, s, name, s, quoted, s, quoted, s, quoted, s, quoted, s, s, name))
        notation = _re.compile('<!NOTATION%s(%s)%s(?:SYSTEM%s(%s)|PUBLIC%s(%s)(?:%s(%s))?)[ \t\r\n]*>' % (s, name, s, s, quoted, s, quoted, s, quoted))
        element = _re.compile('<!ELEMENT%s(%s)%s([^>]*)>' % (s, name, s))
        attlist = _re.compile('<!ATTLIST%s(%s)((?:"[^"]*"|\'[^\']*\'|[^>"\'])*)>' % (s, name))
        attdef = _re.compile('%s(%s)%s(CDATA|IDREFS?|ID|ENTITY|ENTITIES|NMTOKENS?|NOTATION%s\\([^)]*\\)|\\([^)]*\\))%s(#REQUIRED|#IMPLIED|(?:#FIXED%s)?%s)' % (s, name, s, s, s, s, quoted))
        while i < end:
            m = _SPACE.match(text, i)
            if m:
                i = m.end()
                continue
            self._event = i + self._dropped
            if text.startswith('<!--', i):
                close = text.find('-->', i + 4)
                if self.CommentHandler is not None:
                    self.CommentHandler(text[i + 4:close])
                i = close + 3
                continue
            if text.startswith('<?', i):
                close = text.find('?>', i)
                m = _NAME.match(text, i + 2)
                if self.ProcessingInstructionHandler is not None:
                    self.ProcessingInstructionHandler(m.group(), text[m.end():close].lstrip())
                i = close + 2
                continue
            m = entity.match(text, i)
            if m:
                percent, ename, value, system, public, psystem, ndata = m.groups()
                system = (system or psystem or '')[1:-1] or None
                public = public[1:-1] if public else None
                value = self._entity_value(value[1:-1]) if value else None
                if not percent and ename not in self._entities:
                    self._entities[ename] = (value, system, public, ndata)
                if ndata and self.UnparsedEntityDeclHandler is not None:
                    self.UnparsedEntityDeclHandler(ename, self._base, system, public, ndata)
                elif self.EntityDeclHandler is not None:
                    self.EntityDeclHandler(ename, 1 if percent else 0, value, self._base, system, public, ndata)
                i = m.end()
                continue
            m = notation.match(text, i)
            if m:
                nname, system, public, psystem = m.groups()
                if self.NotationDeclHandler is not None:
                    self.NotationDeclHandler(nname, self._base, (system or psystem or '')[1:-1] or None, public[1:-1] if public else None)
                i = m.end()
                continue
            m = element.match(text, i)
            if m:
                if self.ElementDeclHandler is not None:
                    self.ElementDeclHandler(m.group(1), self._model(m.group(2).strip()))
                i = m.end()
                continue
            m = attlist.match(text, i)
            if m:
                ename = m.group(1)
                for d in attdef.finditer(m.group(2)):
                    aname, kind, default = d.groups()
                    required = default == '#REQUIRED' or default.startswith('#FIXED')
                    value = None
                    if default.startswith('#FIXED') or default[0] != '#':
                        value = self._attribute(default[default.index(default[-1]) + 1:-1], 0, kind != 'CDATA')
                        self._defaults.setdefault(ename, {}).setdefault(aname, value)
                    if self.AttlistDeclHandler is not None:
                        self.AttlistDeclHandler(ename, aname, kind.replace(' ', ''), value, 1 if required else 0)
                i = m.end()
                continue
            if text[i] == '%':
                close = text.find(';', i, end)
                if close >= 0:
                    i = close + 1
                    continue
            self._fail(4 if text.startswith('<!', i) else 2, i + (2 if text.startswith('<!', i) else 0) + self._dropped)

    def _entity_value(self, value):
        def one(m):
            dec, hexa, name = m.groups()
            return m.group() if name else self._char_ref(dec, hexa)
        return _REF.sub(one, value.replace('\r\n', '\n').replace('\r', '\n'))

    def _model(self, text):
        if text == 'EMPTY':
            return 1, 0, None, ()
        if text == 'ANY':
            return 2, 0, None, ()
        quant = {'?': 1, '*': 2, '+': 3}
        token = _re.compile('\\s*([(),|?*+]|#PCDATA|[^\\s(),|?*+]+)')
        tokens = token.findall(text)
        pos = 0

        def item():
            nonlocal pos
            t = tokens[pos]
            pos += 1
            if t != '(':
                q = 0
                if pos < len(tokens) and tokens[pos] in quant:
                    q = quant[tokens[pos]]
                    pos += 1
                return 4, q, t, ()
            kids = []
            kind = 6
            while tokens[pos] != ')':
                if tokens[pos] in ',|':
                    kind = 5 if tokens[pos] == '|' else 6
                    pos += 1
                elif tokens[pos] == '#PCDATA':
                    kind = 3
                    pos += 1
                else:
                    kids.append(item())
                    if kind == 3:
                        pass
            pos += 1
            if tokens[1:2] == ['#PCDATA']:
                kind = 3
            q = 0
            if pos < len(tokens) and tokens[pos] in quant:
                q = quant[tokens[pos]]
                pos += 1
            return kind, q, None, tuple(kids)
        return item()

    def _attribute(self, raw, at, tokenized=False):
        """The value of an attribute from its source text (which begins at offset `at`)."""
        if '&' in raw:
            parts = []
            i = 0
            while i < len(raw):
                amp = raw.find('&', i)
                if amp < 0:
                    parts.append(self._spaced(raw[i:]))
                    break
                parts.append(self._spaced(raw[i:amp]))
                m = _REF.match(raw, amp)
                if m is None:
                    self._fail(4, at + amp + 1)
                dec, hexa, name = m.groups()
                if name is None:
                    parts.append(self._char_ref(dec, hexa))
                elif name in _PREDEFINED:
                    parts.append(_PREDEFINED[name])
                elif name in self._entities:
                    value = self._entities[name][0]
                    if value is None:
                        self._fail(16)
                    if name in self._expanding:
                        self._fail(12)
                    self._expanding.append(name)
                    try:
                        parts.append(self._attribute(value, at))
                    finally:
                        self._expanding.pop()
                else:
                    self._fail(11, at + amp)
                i = m.end()
            value = ''.join(parts)
        else:
            value = self._spaced(raw)
        return ' '.join(value.split()) if tokenized else value

    def _spaced(self, text):
        if '\n' in text or '\t' in text or '\r' in text:
            return text.replace('\r\n', ' ').replace('\n', ' ').replace('\t', ' ').replace('\r', ' ')
        return text

    def _start_tag(self, text, n):
        at = self._at
        if not self._stack and self._seen_root:
            self._fail(9)
        m = _NAME.match(text, at + 1)
        if m is None:
            self._fail(4, at + 1 + self._dropped)
        name = m.group()
        i = m.end()
        attrs = {}
        while True:
            if i >= n:
                raise _Incomplete
            c = text[i]
            if c == '>':
                empty = False
                i += 1
                break
            if c == '/':
                if i + 1 >= n:
                    raise _Incomplete
                if text[i + 1] != '>':
                    self._fail(4, i + 1 + self._dropped)
                empty = True
                i += 2
                break
            m = _ATTR.match(text, i)
            if m is None:
                self._bad_attribute(text, i, n)
                s = _SPACE.match(text, i)
                i = s.end()
                continue
            if not m.group(1):
                self._fail(4, i + self._dropped)
            key = m.group(2)
            group = 3 if m.group(3) is not None else 4
            bad = _BAD.search(m.group(group))
            if bad:
                self._fail(4, m.start(group) + bad.start() + self._dropped)
            if key in attrs:
                self._fail(8, m.start(2) + self._dropped)
            attrs[key] = self._attribute(m.group(group), m.start(group) + self._dropped)
            i = m.end()
        self._event = at + self._dropped
        self._at = i
        self._seen_root = True
        defaults = self._defaults.get(name)
        if defaults and not self.specified_attributes:
            for key, value in defaults.items():
                attrs.setdefault(key, value)
        shown = name
        declared = []
        if self._separator is not None:
            shown, attrs, declared = self._namespaces(name, attrs, at)
        self._stack.append((name, shown, declared))
        handler = self.StartElementHandler
        if handler is not None:
            if self._pending:
                self._flush()
            if self.ordered_attributes:
                flat = []
                for pair in attrs.items():
                    flat += pair
                handler(shown, flat)
            else:
                handler(shown, attrs)
        else:
            self._default(text[at:i])
        if empty:
            self._pop(text[at:i], True)

    def _bad_attribute(self, text, i, n):
        """What is wrong behind offset i of a start tag: fails, or finds that more input is needed."""
        s = _SPACE.match(text, i)
        j = s.end() if s else i
        if j >= n:
            raise _Incomplete
        if s and (text[j] == '>' or text[j] == '/'):
            return
        if not s:
            self._fail(4, i + self._dropped)
        m = _NAME.match(text, j)
        if m is None:
            self._fail(4, j + self._dropped)
        j = m.end()
        s = _SPACE.match(text, j)
        j = s.end() if s else j
        if j >= n:
            raise _Incomplete
        if text[j] != '=':
            self._fail(4, j + self._dropped)
        s = _SPACE.match(text, j + 1)
        j = s.end() if s else j + 1
        if j >= n:
            raise _Incomplete
        if text[j] not in '"\'':
            self._fail(4, j + self._dropped)
        close = text.find(text[j], j + 1)
        less = text.find('<', j + 1, close if close >= 0 else n)
        if less >= 0:
            self._fail(4, less + self._dropped)
        raise _Incomplete

    def _namespaces(self, name, attrs, at):
        spaces = self._spaces[-1]
        declared = []
        plain = {}
        for key, value in attrs.items():
            if key == 'xmlns':
                prefix = None
            elif key.startswith('xmlns:'):
                prefix = key[6:]
                if not value:
                    self._fail(28)
                if prefix == 'xml' and value != _XML_NS:
                    self._fail(38)
                if prefix == 'xmlns':
                    self._fail(39)
            else:
                plain[key] = value
                continue
            if not declared:
                spaces = dict(spaces)
            declared.append(prefix)
            spaces[prefix] = value
            if self.StartNamespaceDeclHandler is not None:
                self._flush()
                self.StartNamespaceDeclHandler(prefix, value or None)
        self._spaces.append(spaces)
        sep = self._separator
        out = {}
        for key, value in plain.items():
            prefix, colon, local = key.partition(':')
            if colon:
                uri = spaces.get(prefix)
                if uri is None:
                    self._fail(27)
                key = uri + sep + local + (sep + prefix if self.namespace_prefixes and prefix != 'xml' else '')
            if key in out:
                self._fail(8)
            out[key] = value
        prefix, colon, local = name.partition(':')
        if colon:
            uri = spaces.get(prefix)
            if uri is None:
                self._fail(27)
            return uri + sep + local + (sep + prefix if self.namespace_prefixes else ''), out, declared
        uri = spaces.get(None)
        return (uri + sep + name if uri else name), out, declared

    def _pop(self, source, empty=False):
        name, shown, declared = self._stack.pop()
        handler = self.EndElementHandler
        if handler is not None:
            if self._pending:
                self._flush()
            handler(shown)
        elif not empty:
            self._default(source)
        if self._separator is not None:
            self._spaces.pop()
            if self.EndNamespaceDeclHandler is not None:
                for prefix in reversed(declared):
                    self._flush()
                    self.EndNamespaceDeclHandler(prefix)

    def _end_tag(self, text, n):
        at = self._at
        m = _NAME.match(text, at + 2)
        if m is None:
            if at + 2 >= n:
                raise _Incomplete
            self._fail(4, at + 2 + self._dropped)
        i = m.end()
        s = _SPACE.match(text, i)
        if s:
            i = s.end()
        if i >= n:
            raise _Incomplete
        if text[i] != '>':
            self._fail(4, i + self._dropped)
        if not self._stack:
            self._fail(13 if self._expanding else 9 if self._seen_root else 4, at + (0 if self._seen_root else 1) + self._dropped)
        if self._stack[-1][0] != m.group():
            self._fail(7, at + 2 + self._dropped)
        self._at = i + 1
        self._pop(text[at:i + 1])


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """Return a new XML parser object."""
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError("ParserCreate() argument 'namespace_separator' must be str or None, not %s" % type(namespace_separator).__name__)
        if len(namespace_separator) > 1:
            raise ValueError('namespace_separator must be at most one character, omitted, or None')
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError("ParserCreate() argument 'encoding' must be str or None, not %s" % type(encoding).__name__)
    return XMLParserType(encoding, namespace_separator, intern)
