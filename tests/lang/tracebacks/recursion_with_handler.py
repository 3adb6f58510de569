def deep(n):
    try:
        return deep(n + 1)
    finally:
        n = 0


try:
    deep(0)
except RecursionError as error:
    raise ValueError('too deep') from error
