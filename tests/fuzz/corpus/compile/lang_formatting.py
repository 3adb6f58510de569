print(format(3.14159, '.2f'), format('x', '>4'), format(10), format(1000, ','), format(True), format(None), format([1]))
