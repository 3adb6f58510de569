print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.0), round(2.567, 1), round(0.5), round(1.5))
print(type(round(2.0)).__name__, type(round(2.0, 0)).__name__, round(5), round(-0.4))
