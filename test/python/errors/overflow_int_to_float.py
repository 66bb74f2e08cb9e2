print(float(10 ** 20))
float(10 ** 400)
