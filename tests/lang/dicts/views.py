d = {'x': 1, 'y': 2}
keys, values, items = d.keys(), d.values(), d.items()
d['z'] = 3
print(keys, values, items)
print(list(keys), sum(values), ('y', 2) in items, len(items), 'q' in keys)
for key, value in d.items():
    print(key, value)
print(list(reversed(d)), sorted(d.items(), key=lambda kv: -kv[1]))
