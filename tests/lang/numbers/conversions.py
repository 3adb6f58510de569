print(int('42'), int(' -7 '), int('ff', 16), int('0b11', 0), int('1_000'), int(3.9), int(-3.9), int(True), int('z', 36))
print(float('1.5'), float('1e3'), float(' inf '), float(2), float('-.5'), bool(0.0), bool('0'))
for bad in ('1.5', '', '0x1', '1__0'):
    try:
        int(bad)
    except ValueError as error:
        print(error)
