def f(): super()
f()
