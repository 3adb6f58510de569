print(abs(-3), abs(2.5), round(3.14159, 2), divmod(9, 4), pow(2, 5), pow(2, -2), pow(7, 2, 10), abs(True))
