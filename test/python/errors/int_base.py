print(int('zz', 36))
int('9', 8)
