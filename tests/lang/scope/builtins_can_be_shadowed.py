print(len('four'))
len = lambda x: 'mine'
print(len('four'))
del len
print(len('four'))
