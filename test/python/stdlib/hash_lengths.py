import hashlib
acc=hashlib.sha256()
data=bytes((i*i*7+i)%251 for i in range(3000))
for n in ('md5','sha1','sha224','sha256','sha384','sha512','sha3_224','sha3_256','sha3_384','sha3_512','blake2b','blake2s'):
    r=[]
    for L in list(range(0, 300, 7))+[500,1000,2999]:
        h=hashlib.new(n); h.update(data[:L//3]); h.update(data[L//3:L]); r.append(h.digest())
        c=h.copy(); c.update(b'x'); r.append(c.digest()); r.append(h.digest())
    print(n, hashlib.md5(b''.join(r)).hexdigest())
for n in ('shake_128','shake_256'): print(n,[hashlib.new(n,data[:k]).hexdigest(200)[-20:] for k in (0,1,135,136,137,168,500)])
print(hashlib.blake2b(data,key=b'k'*20,salt=b's',person=b'p',digest_size=20,fanout=2,depth=3,leaf_size=100,node_offset=2**40+5,node_depth=1,inner_size=9,last_node=True).hexdigest())
print(hashlib.blake2s(data,key=b'k'*20,salt=b's',person=b'p',digest_size=20,fanout=2,depth=3,leaf_size=100,node_offset=2**40+5,node_depth=1,inner_size=9,last_node=True).hexdigest())
