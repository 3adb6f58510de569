"""Dicts walked through by items, keys and values; updated, copied, merged, looked into."""


def main():
    stock = {f'thing{number}': number for number in range(2000)}
    total, longest = 0, 0
    for turn in range(12):
        for name, count in stock.items():
            total += count
            if count % 5 == 0:
                longest = max(longest, len(name))
        for name in stock:
            stock[name] += turn
        total += sum(stock.values()) + len({**stock, 'more': 1})
        odd = {name: count for name, count in stock.items() if count & 1}
        total += sum(1 for name in odd if name in stock)
    nested = {}
    for number in range(20_000):
        nested.setdefault(number % 50, {})[number % 7] = number
    print(total, longest, sum(len(part) for part in nested.values()))


main()
