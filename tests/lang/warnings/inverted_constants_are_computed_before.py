x = True
print(~True, ~(not 10), ~(not not 1), ~(not ''), ~(not None), -(not 0), ~(not (1, 2)), ~(not 1.5), ~__debug__)
print(~(True ^ True), ~(True & (not 0)), ~(False | True | False), ~(True & True ^ True))
print(~(True | x))
print(~(not x))
print(~x)
print(~(1 == 1))
