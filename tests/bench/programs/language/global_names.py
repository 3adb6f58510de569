"""Names of the module: read, written, called; constants and functions."""

LIMIT = 97
count = 0
seen = []


def step(number):
    global count
    count += 1
    if number % LIMIT == 0:
        seen.append(number)
    return twice(number) - LIMIT


def twice(number):
    return number + number


total = 0
for number in range(40_000):
    total += step(number)
print(total, count, len(seen))
