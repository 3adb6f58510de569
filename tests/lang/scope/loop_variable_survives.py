for i in range(3):
    inside = i * 10
print(i, inside)
[j for j in range(5)]
try:
    j
except NameError as error:
    print(error)
