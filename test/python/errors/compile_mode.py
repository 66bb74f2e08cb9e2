compile('1', 'f', 'bad')
