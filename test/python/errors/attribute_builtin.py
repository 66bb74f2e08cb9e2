'abc'.foo
