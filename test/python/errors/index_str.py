print('abc'[1])
'abc'[3]
