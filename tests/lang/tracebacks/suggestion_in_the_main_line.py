interval = 3
print(intervall)
