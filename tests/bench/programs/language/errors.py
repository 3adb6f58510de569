"""Errors in loops: int(), missing keys, nested handlers, errors raised from others."""


def read(text):
    try:
        return int(text)
    except ValueError:
        return None


def find(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise LookupError(key) from error


def main():
    texts, table, missed, total = ['12', 'x', '7', ''], {1: 2, 3: 4}, 0, 0
    for number in range(15_000):
        total += read(texts[number & 3]) or 0
        try:
            try:
                total += find(table, number & 3)
            finally:
                total += 1
        except LookupError:
            missed += 1
    print(total, missed)


main()
