n = 7 ** 100000
while True:
    n = n * n % 10 ** 300000
