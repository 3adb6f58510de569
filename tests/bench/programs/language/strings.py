"""Strings: split, join, format, find, replace."""


def main():
    words = 'the quick brown fox jumps over the lazy dog'.split()
    lines = []
    for number in range(15_000):
        word = words[number % len(words)]
        lines.append(f'{number:05d} {word.upper():>8}|{word[::-1]} {number / 7:.3f}')
    text = '\n'.join(lines)
    total = sum(line.count('o') + line.find('|') for line in text.split('\n'))
    print(total, len(text.replace('the', 'THE')), 'dog' in text, hash(text) == hash(text[:]))


main()
