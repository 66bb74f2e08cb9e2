print(float(' 1e3 '))
float('1.2.3')
