x = 'a'
print(f'{x:>3}')
f'{x:d}'
