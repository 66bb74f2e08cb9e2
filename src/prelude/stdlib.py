# Python behind the native modules of src/stdlib: what has to call guest code at every step.


def math_prod(rest, total):
    for x in rest:
        total = total * x
    return total
