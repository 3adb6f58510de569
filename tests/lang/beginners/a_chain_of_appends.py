lst = [1, 2, 3]
lst.append(4).append(5)
