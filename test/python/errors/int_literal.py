print(int(' 12 '), int('0x1f', 16))
int('12x')
