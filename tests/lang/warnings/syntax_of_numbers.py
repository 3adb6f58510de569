print(1if True else 2)
print([0x1for x in (1,)], 5in [5], 1_0or 2, 0o7and 1, 0b1is 1, 1.5if 1else 2, 3 if 1else 4)
