import hashlib, hmac
for n in sorted(hashlib.algorithms_guaranteed):
    for data in (b'', b'abc', b'x'*1000, bytes(range(256))*3):
        h = hashlib.new(n, data)
        print(n, h.hexdigest(*([20] if 'shake' in n else [])), h.digest_size, h.block_size, h.name)
h=hashlib.sha256(); 
for i in range(100): h.update(b'a'*i)
print(h.hexdigest()); g=h.copy(); g.update(b'z'); print(g.hexdigest(), h.hexdigest())
print(hashlib.blake2b(b'd',digest_size=16,key=b'k',salt=b's',person=b'p').hexdigest(), hashlib.blake2s(b'd',fanout=2,depth=3,leaf_size=4,node_offset=5,node_depth=1,inner_size=7,last_node=True).hexdigest())
print(hmac.new(b'key', b'msg', 'sha256').hexdigest(), hmac.digest(b'k',b'm','md5').hex(), hmac.compare_digest('a','a'))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 100).hex())
for f in (lambda: hashlib.md5('a'), lambda: hashlib.new('nope'), lambda: hashlib.md5(1), lambda: hashlib.blake2b(digest_size=65)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
import random; random.seed('hello'); print(random.random())
