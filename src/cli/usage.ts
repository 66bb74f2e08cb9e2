/** Prints a usage error and ends with python3's code for it. */
export function usage(message: string): never {
  process.stderr.write(`pyvm: ${message}\nTry 'pyvm --help' for more information.\n`);
  process.exit(2);
}
