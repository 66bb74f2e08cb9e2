#!/usr/bin/env python3
"""Writes src/stdlib/data/cjk-tables.json: what the multi-byte codecs of East Asia map, asked of CPython's own codecs.

    python3 scripts/gen-cjk.py

A row a codec. Its table of two bytes is stored as the difference from what another codec's predicts (`like`, by the same bytes or
by the way Shift JIS arranges the rows of EUC), deltas in two planes of bytes, deflated. What encodes otherwise than it decodes is listed.
"""
import base64
import json
import os
import struct
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
# Codec: [like, how]
CODECS = {
    'gbk': None, 'gb2312': ('gbk', 'same'), 'gb18030': ('gbk', 'same'), 'cp949': None, 'euc_kr': ('cp949', 'same'), 'johab': None,
    'big5': None, 'cp950': ('big5', 'same'), 'big5hkscs': ('big5', 'same'), 'euc_jp': None, 'shift_jis': ('euc_jp', 'shift'), 'cp932': ('shift_jis', 'same'),
    'euc_jis_2004': ('euc_jp', 'same'), 'euc_jisx0213': ('euc_jis_2004', 'same'), 'shift_jis_2004': ('euc_jis_2004', 'shift'), 'shift_jisx0213': ('shift_jis_2004', 'same'),
}


def decoded(codec, b):
    try:
        return b.decode(codec)
    except UnicodeDecodeError:
        return None


def encoded(codec, s):
    try:
        return s.encode(codec)
    except UnicodeEncodeError:
        return None


def pack(cells):
    deltas = [(cells[i] - (cells[i - 1] if i else 0)) & 0xffff for i in range(len(cells))]
    return base64.b64encode(zlib.compress(bytes(d & 255 for d in deltas) + bytes(d >> 8 for d in deltas), 9)).decode('ascii')


def shifted(cells):
    """The two-byte table of Shift JIS from that of EUC."""
    out = [0] * 65536
    for row in range(94):
        for col in range(94):
            lead = row // 2 + (0x81 if row < 62 else 0xc1)
            trail = col + (0x9f if row % 2 else 0x40 if col < 63 else 0x41)
            out[lead << 8 | trail] = cells[row + 0xa1 << 8 | col + 0xa1]
    return out


def main():
    rows = {}
    tables = {}
    for codec, like in CODECS.items():
        strings = []
        number = {}

        def cell(s):
            """A code unit; what is more than one has its number in `strings`, from 0xd800 on."""
            if s is None:
                return 0
            if len(s) == 1 and ord(s) < 0x10000:
                return ord(s)
            if s not in number:
                number[s] = len(strings)
                strings.append(s)
            return 0xd800 + number[s] if number[s] < 0x800 else None

        single = []
        two = [0] * 65536
        three = [0] * 65536 if codec.startswith('euc_j') else None
        for a in range(256):
            s = decoded(codec, bytes([a]))
            single.append(-1 if s is None else ord(s))
        for a in range(0x80, 256):
            if single[a] >= 0:
                continue
            for b in range(256):
                s = decoded(codec, bytes([a, b]))
                if s is not None and len(s) == 2 and single[b] >= 0 and s[1] == chr(single[b]) and decoded(codec, bytes([a])) is not None:
                    continue
                two[a << 8 | b] = cell(s)
        if three is not None:
            for a in range(0x80, 256):
                for b in range(0x80, 256):
                    three[a << 8 | b] = cell(decoded(codec, bytes([0x8f, a, b])))
        many = [s for s in strings[0x800:]]
        assert not many, (codec, len(strings))
        tables[codec] = two
        base = [0] * 65536
        if like is not None:
            base = tables[like[0]] if like[1] == 'same' else shifted(tables[like[0]])
        # Cells with strings are numbered by codec: they are compared by what they are not.
        cells = [x ^ y for x, y in zip(two, base)]
        row = {'two': pack(cells), 'single': pack([s & 0xffff for s in single])}
        if like is not None:
            row['like'] = list(like)
        if three is not None:
            row['three'] = pack(three)
        if strings:
            row['strings'] = strings
        back = {}
        for code, v in enumerate(two):
            if v:
                back.setdefault(strings[v - 0xd800] if 0xd800 <= v < 0xe000 else chr(v), code.to_bytes(2, 'big'))
        for code, v in enumerate(three or ()):
            if v:
                back.setdefault(strings[v - 0xd800] if 0xd800 <= v < 0xe000 else chr(v), b'\x8f' + code.to_bytes(2, 'big'))
        for a, v in enumerate(single):
            if v >= 0:
                back[chr(v)] = bytes([a])
        wrong = []
        quad = []
        for cp in list(range(0xd800)) + list(range(0xe000, 0x30000)):
            b = encoded(codec, chr(cp))
            if b is not None and len(b) == 4 and codec == 'gb18030':
                if cp < 0x10000:
                    linear = (((b[0] - 0x81) * 10 + b[1] - 0x30) * 126 + b[2] - 0x81) * 10 + b[3] - 0x30
                    if quad and quad[-1][0] + quad[-1][2] == cp and quad[-1][1] + quad[-1][2] == linear:
                        quad[-1][2] += 1
                    else:
                        quad.append([cp, linear, 1])
                b = None
                if back.get(chr(cp)) is None:
                    continue
            if b is not None and len(b) == 8:
                continue  # Hangul made of its parts: by rule.
            if b != back.get(chr(cp)):
                wrong.append([cp, None if b is None else b.hex()])
        if wrong:
            row['encode'] = wrong
        if quad:
            row['quad'] = quad
        # Bytes that begin nothing, even when nothing follows.
        never = []
        for a in range(0x80, 256):
            if single[a] < 0:
                try:
                    bytes([a]).decode(codec)
                except UnicodeDecodeError as e:
                    if e.reason.startswith('illegal'):
                        never.append(a)
        if never:
            row['never'] = never
        rows[codec] = row
        print(codec, len(row['two']), len(strings), 'encodes otherwise:', len(wrong), len(quad))
    with open(os.path.join(HERE, '../src/stdlib/data/cjk-tables.json'), 'w') as f:
        json.dump(rows, f, ensure_ascii=True, separators=(',', ':'))
        f.write('\n')


main()
