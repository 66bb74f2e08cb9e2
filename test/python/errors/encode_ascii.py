print('abc'.encode('ascii'))
'é'.encode('ascii')
