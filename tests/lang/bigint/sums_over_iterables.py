"""sum() passes from small to large ints, and to floats."""
print(sum([2 ** 62] * 5), sum([2 ** 63 - 1, 1]), sum([10 ** 30, -10 ** 30, 7]), sum(10 ** k for k in range(25)))
print(sum([2 ** 62, 1.5, 2 ** 63]), sum([0.5, 10 ** 20]), sum([True, 2 ** 65, False]), sum([], 10 ** 30))
for items in ([10 ** 400, 1.5], [1.5, 10 ** 400]):
    try:
        print(sum(items))
    except OverflowError as error:
        print(error)
