"""pyexpat: events with their places, declarations, entities, encodings and errors."""
from xml.parsers import expat

HANDLERS = sorted(n for n in dir(expat.ParserCreate()) if n.endswith('Handler'))


def run(doc, separator=None, chunk=None, default=None, files={}, pep=0, buffered=False, ordered=False, triplets=False):
    p = expat.ParserCreate(None, separator)
    p.buffer_text, p.ordered_attributes, p.namespace_prefixes = buffered, ordered, triplets
    p.SetParamEntityParsing(pep)
    stack = [p]

    def report(name):
        def handler(*args):
            print(' ', name, args, p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex)
            return 1
        return handler

    def external(context, base, system, public):
        print('  external', context, base, system, public)
        if system not in files:
            return 0
        stack.append(stack[-1].ExternalEntityParserCreate(context))
        try:
            stack[-1].Parse(files[system], True)
        except expat.ExpatError as e:
            print('  inside:', e)
            return 0
        finally:
            stack.pop()
        return 1

    for name in HANDLERS:
        if not name.startswith('Default') or name == default:
            setattr(p, name, report(name))
    p.ExternalEntityRefHandler = external
    print(repr(doc))
    try:
        if chunk is None:
            p.Parse(doc, True)
        else:
            for i in range(0, len(doc), chunk):
                p.Parse(doc[i:i + chunk])
            p.Parse(doc[:0], True)
    except expat.ExpatError as e:
        print('  error', e, e.code, e.offset, e.lineno, p.ErrorByteIndex)
    except Exception as e:
        print('  raised', type(e).__name__, e)
    print(' ', p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex, p.ErrorCode, sorted(p.intern, key=str)[:4])


DTD = '''<!DOCTYPE r [
<!ELEMENT r (a|b|(c,d?)+)*><!ELEMENT a EMPTY><!ELEMENT t (#PCDATA|a)*><!ELEMENT x ANY>
<!ATTLIST r id ID #IMPLIED k (u|v) "u" n NOTATION (gif) #REQUIRED f CDATA #FIXED "1 &lt; 2" m NMTOKENS "  p  q ">
<!ENTITY e "<a>in &#60; side</a>"><!ENTITY ext SYSTEM "file"><!ENTITY pic PUBLIC "-//p" "pic.gif" NDATA gif>
<!NOTATION gif SYSTEM "viewer"><!NOTATION png PUBLIC "-//png"><!ENTITY % pe "<!ENTITY late 'x'>"> %pe; <?pi in  dtd?><!-- c -->
]>'''
run(DTD + '<r m=" 1  2 ">\r\né😀&e;<![CDATA[]] <x>]]>&#x41;&amp;&ext;</r>\n<!-- end -->', files={'file': '<?xml encoding="iso-8859-1"?><b>\xe9</b>'.encode('latin-1')})
run(DTD + '<r>&late;</r>', pep=2, buffered=True)
run('<!DOCTYPE r SYSTEM "sub" [<!ENTITY i "int">]><r>&s;&i;</r>', pep=1, files={'sub': '<![INCLUDE[<!ENTITY s "inc">]]><![IGNORE[<!ENTITY s "ign">]]><!ENTITY % a "k CDATA \'v\'"><!ATTLIST r %a;>'})
run('<p:r xmlns:p="u" xmlns="d" a="1" p:b=\'2\'><c xmlns=""/></p:r>', ' ', chunk=3, triplets=True)
run('<p:r xmlns:p="u" xmlns="d" a="1" p:b=\'2\'/>', '}', ordered=True, default='DefaultHandlerExpand')
run('<?xml version="1.0" encoding="cp1252" standalone="yes"?><r>\x80\x93</r>'.encode('latin-1'), chunk=1)
run('<r>\xe9</r>'.encode('utf-16'), default='DefaultHandler')
for doc in ('', ' ', '<', '<a', '<a>', '<a></b>', '<a/><b/>', '<a b/>', '<a b=c/>', '<a b="<"/>', '<a b="1" b="2"/>', '<a>&x;</a>', '<a b="&x;"/>', '<a>&#0;</a>', '<a>]]></a>',
            '<a><!-- -- --></a>', '<a><?xml?></a>', '<a><?XML?></a>', '<a>\x01</a>', b'<a>\xff</a>', b'<a>\xc3', '<a><![CDATA[x', ' <?xml version="1.0"?><a/>',
            '<?xml version="1.0" encoding="utf-16"?><a/>', b'<?xml version="1.0" encoding="none"?><a/>', '<?xml encoding="utf-8"?><a/>', '<!DOCTYPE a [<!ELEMENT a (b,c|d)>]><a/>',
            '<!DOCTYPE a [<!FOO>]><a/>', '<!DOCTYPE a PUBLIC "{" "x"><a/>', '<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>', '<!DOCTYPE a [<!ENTITY e "<b>">]><a>&e;</b></a>',
            '<!DOCTYPE a [<!ENTITY e "%f;">]><a/>', '<a\n\n  x="\n1"\n<b/></a>', '<é>😀<日本/></é>]', '<a xmlns:xml="u"/>'):
    run(doc, ' ')
p = expat.ParserCreate()
p.Parse('<a>', False)
for data in ('</b>',):
    try:
        p.Parse(data)
    except expat.error as e:
        print(e, p.ErrorCode)


def fails(name, attrs):
    raise ValueError(name)


p = expat.ParserCreate()
p.StartElementHandler = fails
p.CharacterDataHandler = print
for step in range(2):
    try:
        print(p.Parse('<a>text</a>'[step * 3:], bool(step)))
    except (ValueError, expat.ExpatError) as e:
        print(type(e).__name__, e, p.StartElementHandler)
try:
    expat.ParserCreate().Parse('<a>\ud800</a>', True)
except UnicodeEncodeError as e:
    print(e)
