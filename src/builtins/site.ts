/** What CPython's `site` adds to the builtins of a program: exit, quit, copyright, credits, license, help. */
import { T, type PyValue, type Result, type VM, PyObject } from '../objects/object.js';
import { error } from '../objects/errors.js';
import { callPrelude } from '../objects/call.js';
import { defineType } from '../objects/define.js';
import { PyDict } from '../objects/dict.js';
import { PyTuple } from '../objects/tuple.js';
import { dictFromKwargs } from '../objects/call.js';
import { strFromJS } from '../objects/str.js';

class SiteObject extends PyObject {
  dict: PyDict | null = new PyDict();
  constructor(
    type: string,
    readonly name: string,
    readonly text: string,
  ) {
    super();
    this.cls = T[type]!;
    if (type.endsWith('Quitter')) {
      this.dict!.setStr('name', name);
      this.dict!.setStr('eof', 'Ctrl-D (i.e. EOF)');
    }
  }
}

const flags = { hasDict: true, hasWeakref: true };
const getset = { __dict__: (_vm: VM, self: SiteObject): Result => (self.dict ??= new PyDict()) };

defineType({
  name: '_sitebuiltins.Quitter',
  instance: SiteObject,
  flags,
  methods: {
    '__repr__(self, /)': (_vm, self: SiteObject) => `Use ${self.name}() or Ctrl-D (i.e. EOF) to exit`,
    '__call__(self, /, code=None)': (_vm, _self, code: PyValue) => {
      const e = error('SystemExit', code);
      e.value.setField('code', code);
      throw e;
    },
  },
  getset,
});
defineType({
  name: '_sitebuiltins._Printer',
  instance: null,
  flags,
  methods: {
    '__repr__(self, /)': (_vm, self: SiteObject) => (self.name === 'license' ? 'Type license() to see the full license text' : strFromJS(self.text)),
    '!__call__(self, /)': (vm, self: SiteObject) => callPrelude(vm, 'print_text', strFromJS(self.text)),
  },
  getset,
});
defineType({
  name: '_sitebuiltins._Helper',
  instance: null,
  flags,
  methods: {
    '__repr__(self, /)': () => 'Type help() for interactive help, or help(object) for help about object.',
    '!__call__(self, /, *args, **kwds)': (vm, _self, args: PyValue[], kw: Map<string, PyValue>) => callPrelude(vm, 'help_about', new PyTuple(args), dictFromKwargs(kw)),
  },
  getset,
});

const RIGHTS = 'All Rights Reserved.';
const OWNERS = ['2001-2023 Python Software Foundation', '2000 BeOpen.com', '1995-2001 Corporation for National Research Initiatives', '1991-1995 Stichting Mathematisch Centrum, Amsterdam'];

/** Puts the objects into a builtins namespace. */
export function addSiteBuiltins(d: PyDict): void {
  const put = (type: string, name: string, text = ''): void => d.setStr(name, new SiteObject(`_sitebuiltins.${type}`, name, text));
  put('Quitter', 'quit');
  put('Quitter', 'exit');
  put('_Printer', 'copyright', OWNERS.map((o) => `Copyright (c) ${o}.\n${RIGHTS}`).join('\n\n'));
  put('_Printer', 'credits', '    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands\n    for supporting Python development.  See www.python.org for more information.');
  put('_Printer', 'license', 'See https://www.python.org/psf/license/');
  put('_Helper', 'help');
}
