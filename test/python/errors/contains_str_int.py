5 in 'abc'
