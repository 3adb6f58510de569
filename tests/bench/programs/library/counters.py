"""Counter of letters and of words."""
from collections import Counter


def main():
    c = Counter('the quick brown fox jumps over the lazy dog' * 500)
    words = ('it was the best of times it was the worst of times ' * 300).split()
    d = Counter(words)
    for w in words:
        d[w] += 1
    print(c.most_common(3), d.most_common(2))


main()
