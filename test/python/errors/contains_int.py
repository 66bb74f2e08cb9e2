print(1 in [1])
1 in 5
