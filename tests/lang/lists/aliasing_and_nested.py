a = b = [1, [2]]
c = a[:]
c[1].append(3)
c.append(4)
print(a, b, c, a is b, a[1] is c[1])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], sum(matrix, []), matrix[1][-1])
