print(any([]), all([]), any([0, '', 3]), all([1, 'a', []]), any(x > 3 for x in range(5)), all(x < 5 for x in range(5)))
