"""Ten million lines."""


def main():
    total = 0
    for number in range(3_333_333):
        total += number & 7
        total ^= 1
    print(total)


main()
