"""Loops over whole numbers."""


def main():
    total, steps = 0, 0
    for start in range(1, 3000):
        number = start
        while number != 1:
            number = number // 2 if number % 2 == 0 else 3 * number + 1
            steps += 1
        total += steps & 0xFF
    print(total, steps)


main()
