/** What a UTF-16 unit may be in XML 1.0 (first edition's names, as Expat has them). */

/** Bits of `classes()[unit]`. */
export const Char = { NameStart: 1, Name: 2, Space: 4, /** No character of XML. */ Bad: 8, Lead: 16, Trail: 32, Digit: 64, Hex: 128 } as const;

/** Ranges, each `distance from the last end[-length]`, in hexadecimal: characters names begin with. */
const NAME_STARTS =
  '3a 7-19 5 2-19 46-16 2-1e 2-39 3-a 3-7 2-34 2-43 a-23 4-1 5-1d 39-58 13-6 c5 2-2 2 2-13 2-2b 2-6 4 2 2 2 2-11 e-b 2-41 2-b 2-23 f-34 3-1 3-1 4-1b 3-7 ' +
  '3-1 38-25 3 8-25 4a-1a 6-2 2f-19 7-9 27-46 3-4 2-e 2-3 2 10-1 21f-34 4 1b-9 24-7 3-1 3-15 2-6 2 4-3 23-1 2-2 f-1 14-5 5-1 3-15 2-6 2-1 2-1 2-1 20-3 2 ' +
  '14-2 11-6 2 2-2 2-15 2-6 2-1 2-4 4 23 25-7 3-1 3-15 2-6 2-1 3-3 4 1f-1 2-2 24-5 4-2 2-3 4-1 2 2-1 4-1 4-2 4-7 2-2 4c-7 2-2 2-16 2-9 2-4 27-1 24-7 2-2 ' +
  '2-16 2-9 2-4 25 2-1 24-7 2-2 2-16 2-f 27-1 a0-2d 2 2-1 d-5 3c-1 2 3-1 2 3 7-3 2-6 2-2 2 2 3-1 2-1 2 2-1 a 3-4 7c-7 2-20 137-25 b-26 a 2-1 2-2 2 2-1 ' +
  '2-4 2a 2 2 c 2 2 4-1 4 6-2 2 2 2 2 4-1 4-1 2 29 a 3 3-1 8-1 2 2-6 29 5 9 c07-9b 5-59 7-15 3-5 3-25 3-5 3-7 2 2 2 2-1e 3-34 2-6 2 4-2 2-6 4-3 3-5 5-c ' +
  '6-2 2-6 12a 4-1 3 52-2 e85 1a-8 18-53 d-59 b-27 1cd4-51a5 c5b-2ba3';

/** Those that stand inside names only. */
const NAME_MORE =
  '2d-1 2-9 7e 219-1 2f-45 1b-1 26 fc-3 10b-10 2-16 2-2 2 2-1 2 7c b-7 e-9 7 66-e 3-1 2-3 3-9 208-2 39 2-f 4-3 e-1 3-9 12-2 39 2-6 3-1 3-2 a b-1 3-9 13 ' +
  '3a 2-4 5-1 3-2 19-b 10-2 39 2-7 2-2 2-2 19-9 12-2 39 2-5 4-1 3-2 9-1 f-9 13-1 3b-4 4-2 2-3 a 10-8 12-2 3b-6 2-2 2-3 8-1 10-9 13-1 3b-6 2-2 2-3 8-1 ' +
  '10-9 13-1 3b-5 3-2 2-3 a f-9 c2 3-6 c-8 2-9 58 3-5 2-1 a 2-5 3-9 3f-1 7-9 c 2 2 5-1 32-13 2-5 5-5 2 2-14 4-6 2 1117-c 5 f24 25-5 2-4 64-1 3-1 5e-2';

function mark(table: Uint8Array, ranges: string, bits: number): void {
  let at = 0;
  for (const range of ranges.split(' ')) {
    const [gap, length] = range.split('-');
    at += parseInt(gap!, 16);
    const end = at + (length === undefined ? 0 : parseInt(length, 16));
    for (let c = at; c <= end; c++) table[c]! |= bits;
    at = end;
  }
}

let plain: Uint8Array | null = null;
let withNamespaces: Uint8Array | null = null;

/** Classes by unit. In a parser with namespaces a colon is no character of a name: what scans names looks for it. */
export function classes(namespaces: boolean): Uint8Array {
  if (plain === null) {
    plain = new Uint8Array(0x10000);
    mark(plain, NAME_STARTS, Char.NameStart | Char.Name);
    mark(plain, NAME_MORE, Char.Name);
    for (let c = 0; c < 32; c++) plain[c] = Char.Bad;
    for (const c of [9, 10, 13, 32]) plain[c] = Char.Space;
    plain.fill(Char.Lead, 0xd800, 0xdc00);
    plain.fill(Char.Trail, 0xdc00, 0xe000);
    plain[0xfffe] = plain[0xffff] = Char.Bad;
    for (let c = 0; c < 10; c++) plain[48 + c]! |= Char.Digit | Char.Hex;
    for (let c = 0; c < 6; c++) {
      plain[65 + c]! |= Char.Hex;
      plain[97 + c]! |= Char.Hex;
    }
  }
  if (!namespaces) return plain;
  if (withNamespaces === null) {
    withNamespaces = plain.slice();
    withNamespaces[58] = 0;
  }
  return withNamespaces;
}
