print(7 // 2)
1 // 0
