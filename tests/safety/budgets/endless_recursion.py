# limit: RecursionError: maximum recursion depth exceeded
def deeper():
    deeper()


deeper()
