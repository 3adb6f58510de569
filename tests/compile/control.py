def loops(items):
    for i in items:
        if i > 3:
            break
        elif i:
            continue
    else:
        done()
    while True:
        if step():
            return items
    while items:
        pass
