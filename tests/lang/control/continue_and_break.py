for i in range(10):
    if i % 2:
        continue
    if i > 6:
        break
    print(i, end=' ')
print()
n = 0
while True:
    n += 1
    if n < 5:
        continue
    break
print(n)
