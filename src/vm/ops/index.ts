/** What the run loop's opcodes mean, by family. */
export * from './arithmetic.js';
export * from './names.js';
export * from './attributes.js';
export * from './calls.js';
export * from './functions.js';
export * from './generators.js';
export * from './build.js';
export * from './unwind.js';
export * from './with.js';
export * from './imports.js';
export * from './match.js';
export * from './groups.js';
export * from './handlers.js';
