class A: pass
match A():
    case A(x): pass
