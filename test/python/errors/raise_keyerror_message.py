raise KeyError('a message')
