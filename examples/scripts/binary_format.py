"""A binary file format: struct, checksums, compression."""
import io
import struct
import zlib
from typing import NamedTuple


class Record(NamedTuple):
    id: int
    temperature: float
    name: str


HEADER = struct.Struct('>4sHI')


def write(f, records, compress):
    body = bytearray()
    for r in records:
        name = r.name.encode()
        body += struct.pack('>IdB', r.id, r.temperature, len(name)) + name
    data = zlib.compress(body) if compress else bytes(body)
    f.write(HEADER.pack(b'REC1', len(records) | compress << 15, zlib.crc32(data)) + data)


def read(f):
    magic, n, crc = HEADER.unpack(f.read(HEADER.size))
    if magic != b'REC1':
        raise ValueError(f'bad magic {magic!r}')
    data = f.read()
    if zlib.crc32(data) != crc:
        raise ValueError('bad checksum')
    view = memoryview(zlib.decompress(data) if n >> 15 else data)
    for _ in range(n & 0x7fff):
        i, t, size = struct.unpack_from('>IdB', view)
        view = view[13:]
        yield Record(i, t, bytes(view[:size]).decode())
        view = view[size:]


records = [Record(i, i * 1.5 - 3, f'sensor-{i}' + 'é' * (i % 3)) for i in range(5)]
for compress in (False, True):
    f = io.BytesIO()
    write(f, records, compress)
    f.seek(0)
    print(list(read(f)) == records)
    if not compress:
        print(len(f.getvalue()), f.getvalue()[:30].hex(' '))
broken = bytearray(f.getvalue())
broken[-1] ^= 1
for data in (broken, b'NOPE' + bytes(20), b'short'):
    try:
        list(read(io.BytesIO(data)))
    except (ValueError, struct.error) as e:
        print(type(e).__name__, e)
