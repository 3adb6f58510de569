def average():
    total = n = 0
    result = None
    while True:
        value = yield result
        total += value
        n += 1
        result = total / n


g = average()
print(next(g), g.send(10), g.send(20), g.send(3))
