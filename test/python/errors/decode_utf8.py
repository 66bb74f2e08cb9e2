print(b'abc'.decode())
b'\xff'.decode('utf-8')
