words = 'the cat the dog a cat the end'.split()
count, by_length = {}, {}
for w in words:
    count[w] = count.get(w, 0) + 1
    by_length.setdefault(len(w), []).append(w)
print(count)
print(by_length, max(count, key=count.get), sorted(count, key=lambda w: (-count[w], w)))
