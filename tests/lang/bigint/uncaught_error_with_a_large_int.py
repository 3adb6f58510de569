"""The traceback names the digits' limit."""
def show(n):
    return str(n)

print(show(2 ** 100))
show(10 ** 5000)
