class Box:
    pass


box, items = Box(), [0, 0, 0]
box.a, items[1], box.b = 'a', 'one', 'b'
i = 0
i, items[i] = 2, 'after'
print(box.a, box.b, items)
