# limit: memory
items = [1]
while True:
    items += items
