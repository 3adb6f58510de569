grid = {(0, 0): 'start', (1, 2): 'end'}
print(grid[1, 2], (0, 0) in grid, hash((1, 2)) == hash((1, 2)))
try:
    {([],): 1}
except TypeError as error:
    print(error)
try:
    (1, 2)[0] = 5
except TypeError as error:
    print(error)
