# limit: memory
print((10**10**10) % 7)
