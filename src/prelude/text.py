"""Methods of str and bytes that have to run Python code at every step."""


def str_translate(s, table):
    out = []
    for ch in s:
        try:
            x = table[ord(ch)]
        except LookupError:
            out.append(ch)
            continue
        if x is None:
            continue
        if is_kind(x, int):
            if not 0 <= x <= 0x10ffff:
                raise ValueError("character mapping must be in range(0x110000)")
            out.append(chr(x))
        elif is_kind(x, str):
            out.append(x)
        else:
            raise TypeError("character mapping must return integer, None or str")
    return ''.join(out)
