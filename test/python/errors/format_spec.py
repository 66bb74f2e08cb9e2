'{:z}'.format('a')
