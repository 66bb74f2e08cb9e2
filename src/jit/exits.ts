/**
 * The ways out of compiled code. A function is left for the first time at most of its ways out long after V8 optimised
 * it: each slice ends somewhere, each assumption may turn out wrong once. Whatever instruction V8 has no feedback for
 * then (a property that is stored, a call, a comparison) throws the optimised code away, and makes it anew in 0.05 to
 * 0.1 seconds, so nothing here needs any: the values are copied to variables of the closure around the function, and a
 * number is returned. `leave`, a function of its own beside it, writes the frame back from those (decision 0024).
 */

/** Answers of compiled code from this one on: it was left, and `leave` is to be called; see `Tier1Code.leave`. */
export const LEAVES = 16;

interface Exit {
  readonly id: number;
  /** What writes back the locals, which many ways out have in common. */
  readonly locals: string;
  readonly rest: string;
  sites: number;
}

/** What `enter` answers with where the frame may go on. */
export const ENTERED = -1;

/** Names in generated text, which is no string and has no comment; properties are none. */
const NAME = /(?<![\w$.])[A-Za-z_$][\w$]*/g;

/** Variables of the function; `l3`, `s0`, `n2`, `qm1` ... Others are constants of the closure, or parameters. */
const OF_FUNCTION = /^(?:[lnxbsmyu]\d+|q[smy]\d+|[rtabyzh])$/;

export class Exits {
  private readonly known = new Map<string, Exit>();
  private readonly returns: string[] = [];

  private exit(locals: string, rest: string): Exit {
    let exit = this.known.get(locals + rest);
    if (exit === undefined) this.known.set(locals + rest, (exit = { id: this.known.size, locals, rest, sites: 0 }));
    return exit;
  }

  /** Text that leaves the function: see `finish`. */
  add(locals: string, rest: string): string {
    const exit = this.exit(locals, rest);
    exit.sites++;
    return `{@${exit.id}@}`;
  }

  /** The same for a RETURN_VALUE: what is left here, for frames that others know of, is `rest`. */
  addReturn(locals: string, rest: string): string {
    this.returns.push(locals);
    return `{q=${this.exit(locals, rest).id};break R;}`;
  }

  /**
   * `text`, in which `add` wrote, as it is to stand in the function, what stands before it there (`entered`), and what is
   * to stand beside the function. `version`: of those that were made of the code object; `enter`: a switch's cases by offset that
   * load the variables, null where the function has it inside; `end.returned`: what RETURN_VALUE does.
   */
  finish(text: string, version: number, enter: string | null, end: { readonly returned: string; readonly hasBlocks: boolean }): { text: string; leave: string; entered: string } {
    const exits = [...this.known.values()];
    const groups = new Map<string, Exit[]>();
    for (const exit of exits) groups.set(exit.locals, [...(groups.get(exit.locals) ?? []), exit]);
    const all = new Set<string>();
    const copies = (of: string): string => {
      const names = namesIn(of, OF_FUNCTION);
      for (const name of names) all.add(name);
      return [...names].map((name) => `$${name}=${name};`).join('');
    };
    const leave = `$f=f;return ${LEAVES + version};`;
    // Copying the locals is written once for all that have it in common.
    const labels = new Map<string, string>();
    let wrapped = text;
    for (const [locals, of] of groups) {
      if (copies(locals) === '' || of.reduce((n, exit) => n + exit.sites, 0) < 2) continue;
      const label = `E${labels.size}`;
      labels.set(locals, label);
      wrapped = `${label}:{${wrapped}}${copies(locals)}${leave}`;
    }
    const byId = new Map(exits.map((exit) => [exit.id, exit]));
    wrapped = wrapped.replace(/\{@(\d+)@\}/g, (_, id: string) => {
      const { locals, rest } = byId.get(Number(id))!;
      const label = labels.get(locals);
      return label === undefined ? `{$q=${id};${copies(locals + rest)}${leave}}` : `{$q=${id};${copies(rest)}break ${label};}`;
    });
    if (this.returns.length > 0) wrapped = `R:{${wrapped}}if(f.special||f.captured){$q=q;${copies(`r ${this.returns.join('')}`)}${leave}}${end.returned}`;
    const cases = [...groups].map(([locals, of]) => {
      const rests = of.map(({ id, rest }) => `case ${id}:${rest}`).join('\n');
      return of.length === 1 || locals === '' ? of.map(({ id, rest }) => `case ${id}:${locals}${rest}`).join('\n') : `${of.map(({ id }) => `case ${id}:`).join('')}${locals}switch($q){${rests}}`;
    });
    const left = renamed(`switch($q){${cases.join('\n')}}`, (name) => OF_FUNCTION.test(name));

    const { outside, inside } = enter === null ? { outside: 'const enter=null;', inside: '' } : entrance(enter, end.hasBlocks, all);
    const objects = [...all].filter((name) => initial(name) === '');
    const variables = [...all].map((name) => `,$${name}${initial(name)}`).join('');
    return {
      text: wrapped,
      entered: inside,
      leave:
        `let $q=0,$e=false,$f=null${variables};` +
        (exits.length === 0
          ? 'const leave=null;'
          : `const write=(vm,f)=>{const st=f.st,G=f.globals;${left}return 1;},leave=(vm)=>{const k=write(vm,$f);$f=null;${objects.map((name) => `$${name}=`).join('')}undefined;return k;};`) +
        outside,
    };
  }
}

/**
 * Where a frame goes on that is not at its beginning: text beside the function, of the switch's cases `enter`, and inside. The names of
 * the variables go to `all`.
 */
function entrance(enter: string, hasBlocks: boolean, all: Set<string>): { outside: string; inside: string } {
  const locals = namesIn(enter, /^l\d/);
  const set = new Set([...enter.matchAll(/(?<![\w$.])([nxbsmyp]\d+)=(?!=)/g)].map(([, name]) => name!));
  for (const name of set) all.add(name);
  const cases = renamed(enter, (name) => set.has(name));
  // What V8 knows of a number it has to know here too.
  const takes = [...set].map((name) => (isSkip(name) ? `${name}=!!$${name};$${name}=false;` : isNumber(name) ? `${name}=+$${name};` : `${name}=$${name};$${name}=undefined;`));
  return {
    outside: `const enter=(f)=>{const st=f.st${[...locals].map((name) => `,${name}=st[${name.slice(1)}]`).join('')};let t;switch(f.pc){${cases}default:return 1;}${hasBlocks ? 'noBlocks(f);' : ''}$e=true;return ${ENTERED};};`,
    inside: `const e=$e;if(e){$e=false;${takes.join('')}}`,
  };
}

const namesIn = (text: string, which: RegExp): Set<string> => new Set([...text.matchAll(NAME)].map(([name]) => name).filter((name) => which.test(name)));

/** With the variables of the closure in place of those of the function. */
const renamed = (text: string, which: (name: string) => boolean): string => text.replace(NAME, (name) => (which(name) ? `$${name}` : name));

/** What a variable is declared with: V8 is to know from the first on which have but numbers. */
export const initial = (name: string): string => (isNumber(name) ? '=0' : isSkip(name) ? '=false' : '');

/** Whether a variable of the function has but numbers. */
const isNumber = (name: string): boolean => /^(?:[nxbmy]\d|q[my]\d|u\d|[yh]$)/.test(name);

/** Whether it says that what comes is to be passed over, on the way to an entry. */
const isSkip = (name: string): boolean => /^p\d/.test(name);
