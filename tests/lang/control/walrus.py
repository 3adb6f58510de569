data = [5, 8, 2, 9]
if (n := len(data)) > 3:
    print('long', n)
while (last := data.pop()) != 8:
    print('popped', last)
print(last, data)
print([y for x in range(4) if (y := x * x) % 2 == 0], y)
