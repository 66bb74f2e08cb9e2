print('%s' % 1)
'%s %s' % 1
