/** Private names of classes. */

/** `__x` inside class `C` is `_C__x` (not `__x__`, not dotted names). */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__')) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  let i = 0;
  while (className[i] === '_') i++;
  if (i === className.length) return name; // a class called only underscores does not mangle
  return '_' + className.slice(i) + name;
}
