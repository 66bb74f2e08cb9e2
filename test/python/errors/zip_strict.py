print(list(zip([1], 'a')))
list(zip([1], [1, 2], strict=True))
