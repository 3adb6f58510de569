words = ['kiwi', 'fig', 'apple', 'pea']
print(max(words, key=len), min(words, key=len), max(words), min(words, key=lambda w: w[-1]))
try:
    max([])
except ValueError as error:
    print(error)
try:
    max(1)
except TypeError as error:
    print(error)
