"""The marks under an expression with wide characters."""
def f(x):
    return ("日本" + "é" if x else "é") + x
try:
    f(1)
except TypeError as e:
    print(e.__traceback__.tb_next.tb_lineno)
x = [("日本")] + [1] + (2)
