"""while, break, continue, else, match, conditional expressions, comparisons in a chain."""


def kind(value):
    match value:
        case 0:
            return 'none'
        case int() if value < 10:
            return 'few'
        case (x, y):
            return 'pair'
        case _:
            return 'many'


def main():
    kinds, total, number = {}, 0, 0
    while number < 30_000:
        number += 1
        if number % 3 == 0:
            continue
        if not 10 < number <= 29_990 or number == 777:
            total += 1
        name = kind(number & 15 if number & 1 else (number, total))
        kinds[name] = kinds.get(name, 0) + 1
        for divisor in (2, 3, 5, 7):
            if number % divisor == 0:
                break
        else:
            total += 1
    print(kinds, total)


main()
