print(bytes([1, 2]))
bytes([256])
