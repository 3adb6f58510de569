# limit: memory
print((1 << 10**12) % 7)
