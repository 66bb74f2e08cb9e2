int.x = 5
