print(format(5, '05d'))
format('a', 'd')
