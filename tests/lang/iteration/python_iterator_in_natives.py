class Three:
    def __iter__(self):
        for i in (3, 1, 2):
            print('give', i)
            yield i


print(list(Three()), sorted(Three()), sum(Three()))
print(', '.join(str(x) for x in Three()), dict.fromkeys(Three(), 0))
a, b, c = Three()
print(a, b, c, 1 in Three())
