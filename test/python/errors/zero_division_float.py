print(7 / 2)
1.5 / 0
