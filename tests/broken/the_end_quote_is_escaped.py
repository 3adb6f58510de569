x = 'it\'s
print(x)
