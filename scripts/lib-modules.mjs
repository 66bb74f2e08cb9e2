// Which modules of CPython's Lib are frozen. One list; docs/stdlib.md is made from it.
const NAMES = `
types collections collections.abc functools operator keyword reprlib abc heapq bisect enum _collections_abc _weakrefset copyreg
`;

/** Module names to freeze; `files` are the paths the pinned package has. */
export function libModules(_files) {
  return NAMES.trim().split(/\s+/);
}
