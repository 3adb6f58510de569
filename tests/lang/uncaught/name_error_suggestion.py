counter = 1
print('start')
print(countr)
