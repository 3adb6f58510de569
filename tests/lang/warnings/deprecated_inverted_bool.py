flag = True
for _ in range(2):
    print(~flag, ~int(flag), -flag)
print(~(flag and False))
