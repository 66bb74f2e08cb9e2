"""What CPython takes from OpenSSL: here the same functions over the machine's own hashes."""

from _md5 import md5 as openssl_md5
from _sha1 import sha1 as openssl_sha1
from _sha256 import sha224 as openssl_sha224, sha256 as openssl_sha256
from _sha512 import sha384 as openssl_sha384, sha512 as openssl_sha512
from _sha3 import sha3_224 as openssl_sha3_224, sha3_256 as openssl_sha3_256, sha3_384 as openssl_sha3_384, sha3_512 as openssl_sha3_512
from _sha3 import shake_128 as openssl_shake_128, shake_256 as openssl_shake_256
from _operator import _compare_digest as compare_digest

_names = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256')
openssl_md_meth_names = frozenset(_names)
_constructors = dict(zip(_names, (openssl_md5, openssl_sha1, openssl_sha224, openssl_sha256, openssl_sha384, openssl_sha512, openssl_sha3_224,
                                  openssl_sha3_256, openssl_sha3_384, openssl_sha3_512, openssl_shake_128, openssl_shake_256)))


class UnsupportedDigestmodError(ValueError):
    pass


def new(name, string=b'', *, usedforsecurity=True):
    constructor = _constructors.get(name)
    if constructor is None:
        raise ValueError('unsupported hash type ' + str(name))
    return constructor(string)


def _keyed(name, key):
    h = _constructors.get(name)
    if h is None:
        raise UnsupportedDigestmodError('Unsupported digestmod ' + str(name))
    size = h().block_size
    if len(key) > size:
        key = h(key).digest()
    key = bytes(key) + b'\0' * (size - len(key))
    return h(bytes([x ^ 0x36 for x in key])), h(bytes([x ^ 0x5c for x in key]))


def hmac_digest(key, msg, digest):
    if not isinstance(digest, str):
        raise UnsupportedDigestmodError('Unsupported digestmod')
    inner, outer = _keyed(digest, key)
    inner.update(msg)
    outer.update(inner.digest())
    return outer.digest()


def hmac_new(key, msg=b'', digestmod=None):
    raise UnsupportedDigestmodError('Unsupported digestmod')


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if not isinstance(hash_name, str):
        raise TypeError("pbkdf2_hmac() argument 'hash_name' must be str, not " + type(hash_name).__name__)
    if hash_name not in _constructors:
        raise ValueError('unsupported hash type ' + hash_name)
    for x in (password, salt):
        if isinstance(x, str):
            raise TypeError("a bytes-like object is required, not 'str'")
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    inner, outer = _keyed(hash_name, password)
    if dklen is None:
        dklen = outer.digest_size
    if dklen < 1:
        raise ValueError('key length must be greater than 0.')

    def prf(msg):
        i = inner.copy()
        o = outer.copy()
        i.update(msg)
        o.update(i.digest())
        return o.digest()

    out = b''
    block = 1
    while len(out) < dklen:
        last = prf(bytes(salt) + block.to_bytes(4, 'big'))
        mixed = int.from_bytes(last, 'big')
        for _ in range(iterations - 1):
            last = prf(last)
            mixed ^= int.from_bytes(last, 'big')
        out += mixed.to_bytes(inner.digest_size, 'big')
        block += 1
    return out[:dklen]
