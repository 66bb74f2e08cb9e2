/** _sha512: in the machine's own file, because `random` imports it. */
import { hashModule } from './hash/hash-module.js';
import { Sha512 } from './hash/sha2.js';
import type { NativeModuleMaker } from './registry.js';

export const makeSha512: NativeModuleMaker = () => hashModule('_sha512', { sha384: () => new Sha512(48), sha512: () => new Sha512(64) });
