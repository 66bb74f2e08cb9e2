// The second copy of the run loop: lines starting with `//@slow ` become active, and it
// runs the instructions one by one: no fused pairs.
export function generateSlowLoop(source) {
  return (
    '/** Made by scripts/build.mjs from interpreter.ts: the run loop with a hook before every instruction. */\n' +
    source
      .replace(/^\s*\/\/@slow (.*)$/gm, '$1')
      .replace(/from '\.\.\//g, "from '../../")
      .replace(/from '\.\/(?!generated)/g, "from '../")
      .replace(/export function run\((.*)\{/, 'export function runSlow($1{\n  vm.enterSlowLoop();')
      .replace(/if \(f\.code\.jit !== null && vm\.step === null[^{]*\{/, 'if (f.code.jit !== null && vm.jitInSlowLoop) {')
      // Its instructions stay with their codes. Otherwise it is to be the same text, which costs a browser next to nothing then.
      .replace(/let base = \(f\.code\.placed .*;/, 'let base = 0;\n  CODE = unfused(f.code);')
      .replace(/base = \(([\w.]+)\.placed .*;/g, 'CODE = unfused($1);')
      .replace(/^ *CODE\[Place\.LOOPS\]!(\+\+|--);\n/gm, '')
      .replace(/\bCODE\[Place\.LOOPS\]!--; /g, '')
      .replace(/import \{ CODE.*\n/, '')
      .replace('const CODE = instructions;', 'let CODE = instructions;')
      .replace('loopOver(CODE)', 'loopOver(new Int32Array(0))')
      .replace(/driverHooks\.run = run;\n/, '')
      .replace(/import \{ driverHooks \}.*\n/, '')
  );
}
