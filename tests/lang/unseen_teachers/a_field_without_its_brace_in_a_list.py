def show(price):
    return [f"{price:>10", 1]
