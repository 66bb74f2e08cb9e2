// The second copy of the run loop: lines starting with `//@slow ` become active.
export function generateSlowLoop(source) {
  return (
    '/** Made by scripts/build.mjs from interpreter.ts: the run loop with a hook before every instruction. */\n' +
    source
      .replace(/^\s*\/\/@slow (.*)$/gm, '$1')
      .replace(/from '\.\.\//g, "from '../../")
      .replace(/from '\.\/(?!generated)/g, "from '../")
      .replace('export function run(', 'export function runSlow(')
      .replace(/export \{ AstralStr.*\n/, '')
  );
}
