a = [x * y for x in p for y in x if y]
b = {k: v for k, v in q}
c = {len(w) for w in r}


def f(data):
    fs = [lambda: i + len(data) for i in data]
    total = sum(i for i in data if (last := i))
    return fs, total, last
