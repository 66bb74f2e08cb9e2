print(','.join(['a']))
','.join([1])
