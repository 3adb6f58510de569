a = [3, -1, 2, -5]
a.sort()
print(a)
a.sort(reverse=True)
print(a)
a.sort(key=abs)
print(a)
words = ['pear', 'fig', 'apple', 'kiwi']
print(sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)), sorted(words, key=len, reverse=True), [].sort())
