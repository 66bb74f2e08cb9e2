/** Which modules of the frozen library may run their bodies later: see lazy-modules.ts. The build asks this list what names to record. */

/**
 * Modules whose bodies do something outside of themselves (register with others, take part in starting up), so that it
 * matters when they run.
 */
export const AT_ONCE: ReadonlySet<string> = new Set([
  'abc', 'codecs', 'collections', 'concurrent.futures.thread', 'copyreg', 'encodings', 'enum', 'functools', 'importlib', 'io', 'logging', 'numbers', 'site', 'threading', 'this', 'types',
  'warnings',
]);

/**
 * Modules that may wait when a program says `import name`: their bodies do no more than define what is asked of them later.
 * Not among them: modules that warn of their end, that start something or look at the clock, that a program imports for what
 * importing them does, and those that are used at once anyway.
 */
export const FOR_PROGRAMS: ReadonlySet<string> = new Set(
  `abc argparse ast base64 bisect calendar cmd code collections colorsys configparser contextlib copy csv dataclasses datetime decimal difflib
  dis enum filecmp fileinput fnmatch fractions functools getopt glob graphlib gzip hashlib heapq hmac html inspect io json keyword linecache logging
  numbers operator optparse os pathlib pickle pprint random re reprlib secrets shelve shlex shutil statistics string struct tempfile textwrap timeit
  token tokenize tomllib traceback types typing uuid weakref zipfile zoneinfo`.split(/\s+/),
);
