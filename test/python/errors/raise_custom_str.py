class MyError(Exception):
    def __str__(self): return 'shown'
raise MyError(1)
