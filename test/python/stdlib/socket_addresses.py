# What the socket module does without a socket.
import socket
for a in ['1.2.3.4','1.2.3','1','0x7f.1','010.1','256.1.1.1','1.2.3.4.5','','a.b','1.2.3.4 ','-1','0xffffffff','4294967296','1..2', '0x', '08.1']:
    try: print(a, socket.inet_aton(a))
    except OSError as e: print(a, e)
for f,a in [(2,'1.2.3.4'),(2,'01.2.3.4'),(10,'::'),(10,'1::2'),(10,'fe80::1%lo'),(10,'::ffff:1.2.3.4'),(2,'1.2.3'),(10,'::1::'),(3,'x')]:
    try: print(socket.inet_ntop(f, socket.inet_pton(f,a)))
    except OSError as e: print(type(e).__name__, e)
for f,a in [(2,b'123'),(10,b'1'),(7,b'1234'),(10,bytes(12)+b'abcd'),(10,b'\x20\x01'+bytes(14)),(10,bytes(10)+b'\xff\xff'+b'abcd')]:
    try: print(socket.inet_ntop(f,a))
    except (OSError,ValueError) as e: print(type(e).__name__, e)
for f in (socket.htons,socket.ntohs,socket.htonl,socket.ntohl):
    for x in (0,1,0x1234,65535,65536,-1,2**32-1,2**32,'a',1.5):
        try: print(f.__name__, x, f(x))
        except Exception as e: print(type(e).__name__, e)
print(socket.getservbyname('http'), socket.getprotobyname('tcp'), socket.CMSG_LEN(3), socket.CMSG_SPACE(3), socket.has_ipv6, socket.timeout, socket.error, socket.gaierror(1,'x'), repr(socket.AF_INET), socket.AddressFamily(10), socket.MSG_PEEK, socket.AI_PASSIVE)
print(socket.getdefaulttimeout(), socket.setdefaulttimeout(3), socket.getdefaulttimeout())
print(socket.herror.__module__, socket.SocketType, socket.socket.__mro__[1:])
