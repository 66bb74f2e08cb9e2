// Which modules of CPython's Lib are frozen. One list; docs/stdlib.md is made from it.
const NAMES = `
__future__ _collections_abc _compat_pickle _markupbase _py_abc _pydecimal _strptime _threading_local _weakrefset
abc argparse ast base64 bdb bisect calendar cmd code codecs codeop collections collections.abc colorsys configparser
contextlib contextvars copy copyreg csv dataclasses datetime decimal difflib doctest enum fileinput fnmatch fractions
functools genericpath getopt gettext glob graphlib hashlib heapq hmac html html.entities html.parser imp importlib inspect
io json json.decoder json.encoder json.scanner json.tool keyword linecache locale logging logging.config logging.handlers
mimetypes ntpath numbers operator optparse os pathlib pdb pickle pickletools pkgutil platform posixpath pprint profile pstats
queue quopri random re re._casefix re._compiler re._constants re._parser reprlib rlcompleter runpy sched secrets shelve shlex
shutil signal sre_compile sre_constants sre_parse stat statistics string stringprep struct symtable tabnanny tempfile textwrap
this threading timeit token tokenize tomllib tomllib._parser tomllib._re tomllib._types trace traceback types typing
unittest unittest.__main__ unittest._log unittest.async_case unittest.case unittest.loader unittest.main unittest.mock
unittest.result unittest.runner unittest.signals unittest.suite unittest.util
urllib urllib.error urllib.parse uuid warnings weakref zipfile gzip _compression
asyncio asyncio.base_events asyncio.base_futures asyncio.base_tasks asyncio.constants asyncio.coroutines asyncio.events
asyncio.exceptions asyncio.format_helpers asyncio.futures asyncio.locks asyncio.log asyncio.mixins asyncio.protocols
asyncio.queues asyncio.sslproto asyncio.runners asyncio.staggered asyncio.tasks asyncio.taskgroups asyncio.timeouts asyncio.transports asyncio.trsock asyncio.threads
concurrent concurrent.futures concurrent.futures._base concurrent.futures.thread
xml xml.etree xml.etree.ElementPath xml.etree.ElementTree
encodings encodings.*
socketserver smtplib ftplib http.client http.server xmlrpc xmlrpc.client xmlrpc.server wsgiref wsgiref.*
email email.* email.mime.* http http.cookies http.cookiejar importlib.* xml.dom xml.dom.* xml.sax xml.sax.* xml.parsers xml.parsers.expat
importlib.metadata.* importlib.resources.* ipaddress filecmp getpass tarfile plistlib pydoc pyclbr netrc uu sndhdr imghdr chunk wave
cProfile compileall py_compile modulefinder nturl2path selectors sysconfig mailcap mailbox zipapp zipimport bz2 lzma _sitebuiltins site urllib.response
urllib.request urllib.robotparser xdrlib colorsys optparse asynchat cgi crypt pipes telnetlib tty pty xml.etree.ElementInclude xml.etree.cElementTree
subprocess socket asyncore imaplib poplib nntplib smtpd webbrowser cgitb sunau aifc multiprocessing multiprocessing.* multiprocessing.dummy.*
_pyio antigravity zoneinfo zoneinfo._common zoneinfo._tzpath zoneinfo._zoneinfo ctypes ctypes._endian ctypes.util ctypes.wintypes multiprocessing.sharedctypes
`;

/** Module names to freeze; `files` are the paths the pinned package has. */
export function libModules(files) {
  const has = new Set(files);
  /** `email.*`: every module directly in the package. */
  const spread = (n) =>
    n.endsWith('.*') ? files.map((f) => f.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.')).filter((m) => m.startsWith(n.slice(0, -1)) && !m.slice(n.length - 1).includes('.')) : [n];
  return [...new Set(NAMES.trim().split(/\s+/).flatMap(spread))].filter((n) => {
    const base = n.replaceAll('.', '/');
    return has.has(`${base}.py`) || has.has(`${base}/__init__.py`);
  });
}
