print([1, 2, 3][True])
[1]['0']
