"""Slices of lists and texts, read, assigned, deleted; lists as rows of a table."""


def main():
    values, text, total = list(range(200)), 'abcdefghij' * 20, 0
    for number in range(15_000):
        at = number % 150
        part = values[at:at + 20]
        total += part[-1] + len(part[::2]) + len(text[at:at + 9])
        values[at:at + 2] = part[:2]
    rows = [[0] * 40 for _ in range(40)]
    for turn in range(20):
        for y in range(40):
            row = rows[y]
            for x in range(40):
                row[x] += x * y + turn
    print(total, sum(sum(row) for row in rows))


main()
