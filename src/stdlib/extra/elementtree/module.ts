/** _elementtree_native: what lib/_elementtree.py puts together with xml.etree.ElementPath and copy. */
import { typeError } from '../../../objects/errors.js';
import type { PyValue } from '../../../objects/object.js';
import { nativeFunction } from '../../../objects/define.js';
import { PyTuple } from '../../../objects/tuple.js';
import { argTypeName, type PyType } from '../../../objects/type.js';
import { defineModule } from '../../define-module.js';
import type { NativeModuleMaker } from '../../registry.js';
import { TREE_BUILDER } from './builder.js';
import { connections, Element, ELEMENT, givenAttributes, made, type Connections } from './element.js';
import { XML_PARSER } from './parser.js';

const subElement = nativeFunction('SubElement(*args, **kwargs)', (_vm, args: PyValue[], kw: Map<string, PyValue>) => {
  if (args.length < 2 || args.length > 3) throw typeError(`SubElement() takes at ${args.length < 2 ? 'least 2' : 'most 3'} arguments (${args.length} given)`);
  const parent = args[0]!;
  if (!(parent instanceof Element)) throw typeError(`SubElement() argument 1 must be xml.etree.ElementTree.Element, not ${argTypeName(parent)}`);
  const e = made(args[1]!, givenAttributes('SubElement() argument 3', args[2], kw));
  parent.children.push(e);
  return e;
}, '_elementtree');

export const makeElementTree: NativeModuleMaker = (vm) => {
  const empty: Connections = { path: null, deepcopy: null, parseError: ELEMENT, comment: null, instruction: null };
  vm.state.elementTree = empty;
  return defineModule({
    name: '_elementtree_native',
    functions: {
      // Answers the ParseError there is: what was imported once is not told from what is imported again.
      '_connect(path, deepcopy, parse_error, /)': (v, path, deepcopy, parseError) => {
        const c = connections(v);
        if (c.parseError === ELEMENT) c.parseError = parseError as PyType;
        Object.assign(c, { path, deepcopy });
        return c.parseError;
      },
    },
    values: {
      Element: ELEMENT, TreeBuilder: TREE_BUILDER, XMLParser: XML_PARSER, SubElement: subElement,
      _set_factories: nativeFunction('_set_factories(comment_factory, pi_factory, /)', (v, comment, instruction) => {
        const c = connections(v);
        const old = new PyTuple([c.comment, c.instruction]);
        Object.assign(c, { comment, instruction });
        return old;
      }, '_elementtree'),
    },
  });
};
