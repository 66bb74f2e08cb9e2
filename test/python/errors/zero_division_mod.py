print(-7 % 3)
5 % 0
