hoard = []
while True:
    hoard.append([0] * 10000)
