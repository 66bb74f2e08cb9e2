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
      .replace(/code = ([\w.]+)\.ops!;/g, 'code = unfused($1);')
      .replace(/driverHooks\.run = run;\n/, '')
      .replace(/import \{ driverHooks \}.*\n/, '')
  );
}
