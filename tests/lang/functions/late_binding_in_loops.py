functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])
print([f() for f in [lambda i=i: i for i in range(3)]])
