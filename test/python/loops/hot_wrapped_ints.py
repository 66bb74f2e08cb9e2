import random
MASK=0xffffffff
M64=(1<<64)-1
def lcg(n):
    x=12345
    for i in range(n):
        x=(x*1103515245+12345)&0x7fffffff
    return x
def lcg2(n):
    x=1
    for i in range(n):
        x=(x*6364136223846793005+1442695040888963407)&MASK
    return x
def rot(n):
    x=0xdeadbeef; t=0
    for i in range(n):
        k=i%32
        x=(x<<k|x>>32-k)&MASK
        x=(x>>k|x<<32-k)&MASK
        t^=x
        x=(x^(x<<13))&MASK
        x^=x>>17
        x=(x^x<<5)&MASK
    return x,t
def mm(n):
    P=1000000007
    a=123456789;b=987654321
    for i in range(n):
        a=a*b%P
        b=(b*a+i)%P
        b=(b*a-i)%P
    return a,b
def pw(n):
    a=3
    for i in range(n):
        a=a*a%2147483647+1
    return a
def p32(n):
    a=3
    for i in range(n):
        a=(a*69069+1)%4294967296
        a=(a*a)%4294967296
    return a
def big(n):
    a=3;m=(1<<45)-55
    for i in range(n):
        a=a*(a+7)%m
    return a
def neg(n):
    a=-3
    for i in range(n):
        a=a*-1664525+1013904223&0xffff
        a=-a
    return a
def fl(n):
    out=[]
    for i in range(n):
        v=i if i<n-3 else (1.5,True,1<<70)[n-1-i]
        try: out.append((v*3000000019*7+i)&1023 if i%2 else (v*3000000019%1000003))
        except TypeError as e: out.append(str(e))
    return out[-6:], sum(x for x in out if isinstance(x,int))
def fnv(s):
    h=2166136261
    for c in s:
        h^=ord(c)
        h=(h*16777619)&0xffffffff
    return h
def inv(n):
    t=0
    for i in range(n):
        e=(i*2654435761)&MASK
        t=(t+((e&0x55555555)^(~e&0x33333333)))&MASK
        t=~(t*3)&MASK
    return t
def unb(n):
    for i in range(n):
        if i==0: q=5
        q=(q*1000003^i)&MASK
    return q
def below(n):
    t = 0
    for i in range(n):
        t += (i*7 + i*13) % 5 + (t ^ i*3) % 11 + (i - i*2) % 7 + (i*3 - 1) % 9 + (-i*3000000019*5) % 1000003 + (t + i*40000000003 & 255) + (t - i*40000000003 & 255)
        t += (i*4000000007 | 1) % 13 + (i*4000000007 + i*3000000001) % 97 + (1 + i*4000000007*3 % 89)
    return t
def edges(n):
    # What is done to a product before the modulus, and products that are whole only when rounded.
    t = 0
    third = (1 << 53) // 3 + 7
    three = 3
    for i in range(n):
        t += ~(i*4000000007) % 97 + -(i*4000000007) % 89
        t += (three*third - 40) % 1000003 + (three*third + -45) % 1000033 + (-50 + three*third) % 101
        t += (three*third - i) % 65537 + (i - three*third) % 257 + three*third*three % 1009
    return t
for f in (edges, below,lcg,lcg2,rot,mm,pw,p32,big,neg,fl,inv,unb):
    for n in (5,100,5000,20000): print(f.__name__,n,f(n))
for i in range(300): h=fnv('hello world'*3+str(i))
print(h)
MASK=(1<<40)-1
print(rot(1000),inv(5000))
MASK=-1
print(inv(50))
