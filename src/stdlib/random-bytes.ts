/** Random bytes from the host. */
import type { Host } from '../host.js';

/** Most that one call of getRandomValues gives. */
const MOST = 65536;

/** Fills `out` with bytes fit for secrets. */
export function randomBytes(host: Host, out: Uint8Array): void {
  if (host.randomBytes !== undefined) host.randomBytes(out);
  else for (let i = 0; i < out.length; i += MOST) globalThis.crypto.getRandomValues(out.subarray(i, i + MOST) as Uint8Array<ArrayBuffer>);
}
