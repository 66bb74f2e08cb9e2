exec('x = 1')
exec('if')
