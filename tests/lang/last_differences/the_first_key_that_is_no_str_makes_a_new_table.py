import random


def changed(seed):
    r = random.Random(seed)
    keys = r.choice((['a', 'b', 'c', 'd', 'e', 'f'], [1, 2, 3, 4, 5, 6, 7], ['a', 1, 'b', 2, (3,), 'c']))
    start = keys[:r.randrange(1, len(keys) + 1)]
    d = {key: 0 for key in start}
    if r.random() < 0.4:
        d = d.copy()
    if r.random() < 0.5:
        del d[start[0]]
    fresh = iter(range(100, 200)) if r.random() < 0.5 else iter('zyxwvutsrqponm')
    seen = []
    try:
        for key in d:
            seen.append(key)
            if len(seen) > 9:
                break
            if r.random() < 0.7:
                del d[r.choice(list(d))]
                d[next(fresh)] = 5
    except RuntimeError as e:
        seen.append(str(e))
    print(seed, seen, list(d))


for seed in range(60):
    changed(seed)
