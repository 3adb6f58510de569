# limit: instructions
print(min(range(10**15)))
