def counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


a, b = counter(0), counter(100)
print(a(), a(), b(), a(5), b(-1))
