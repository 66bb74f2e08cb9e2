/** Element.iter() and itertext(): depth first, over a stack of its own. */
import { andThen, cont, NOVALUE, PyObject, type PyValue, type Result, type VM } from '../../../objects/object.js';
import { eqSync, richCompare } from '../../../objects/compare.js';
import { truth, truthSync } from '../../../objects/convert.js';
import { defineType } from '../../../objects/define.js';
import type { Element } from './element.js';

export class ElementIterator extends PyObject {
  private readonly parents: Element[] = [];
  private readonly places: number[] = [];
  constructor(
    private root: Element | null,
    readonly tag: PyValue,
    readonly texts: boolean,
  ) {
    super();
  }

  /** The next element or text, whatever it is; undefined at the end. */
  private advance(): PyValue | undefined {
    const { parents, places } = this;
    for (;;) {
      let e: Element;
      const top = parents.length - 1;
      if (top < 0) {
        if (this.root === null) return undefined;
        e = this.root;
        this.root = null;
      } else {
        const parent = parents[top]!;
        const at = places[top]!;
        if (at >= parent.children.length) {
          parents.pop();
          places.pop();
          // What follows the element it began with is not its text.
          if (this.texts && parents.length > 0) return parent.tail;
          continue;
        }
        places[top] = at + 1;
        e = parent.children[at] as Element;
      }
      parents.push(e);
      places.push(0);
      return this.texts ? e.text : e;
    }
  }

  /** Whether an item is one to be given: NOVALUE where Python code must tell. */
  private wanted(vm: VM, v: PyValue): boolean | typeof NOVALUE {
    if (this.texts) return v === null ? false : typeof v === 'string' ? v !== '' : (truthSync(vm, v) ?? NOVALUE);
    const { tag } = this;
    if (tag === null) return true;
    const t = (v as Element).tag;
    return t === tag ? true : typeof t === 'string' && typeof tag === 'string' ? false : (eqSync(vm, t, tag) ?? NOVALUE);
  }

  next(vm: VM): Result {
    for (;;) {
      const v = this.advance();
      if (v === undefined) return undefined;
      const yes = this.wanted(vm, v);
      if (yes === true) return v;
      if (yes === false) continue;
      const base = vm.frame;
      return this.texts ? andThen(vm, base, truth(vm, v), WANTED, this, v) : andThen(vm, base, richCompare(vm, (v as Element).tag, this.tag, '=='), COMPARED, this, v);
    }
  }

  override quickNext(): PyValue | undefined {
    if (this.texts || (this.tag !== null && typeof this.tag !== 'string')) return NOVALUE;
    if (this.tag === null) return this.advance();
    const { tag } = this;
    for (;;) {
      const v = this.advance() as Element | undefined;
      if (v === undefined || v.tag === tag) return v;
      if (typeof v.tag === 'string' || (v.tag instanceof PyObject && v.tag.cls.name === 'function')) continue;
      // An unusual tag: step back, and let `next` ask it.
      this.parents.pop();
      this.places.pop();
      if (this.places.length > 0) this.places[this.places.length - 1]!--;
      else this.root = v;
      return NOVALUE;
    }
  }
}

const WANTED = cont('elementIterator.wanted', (vm, yes, c) => (yes === true ? (c.b as PyValue) : (c.a as ElementIterator).next(vm)));
const COMPARED = cont('elementIterator.compared', (vm, r, c) => {
  const base = vm.frame;
  return andThen(vm, base, truth(vm, r!), WANTED, c.a, c.b);
});

defineType({
  name: '_elementtree._element_iterator',
  instance: ElementIterator,
  methods: {
    '__iter__(self, /)': (_vm, self) => self,
    '!__next__(self, /)': (vm, self: ElementIterator) => self.next(vm),
  },
});
