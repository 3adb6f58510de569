# limit: any
items = []
while True:
    items = [items]
