print(hash((1, 2)) == hash((1, 2)))
{[1]: 2}
