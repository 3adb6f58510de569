def account():
    balance = 0

    def put(amount):
        nonlocal balance
        balance += amount

    def look():
        return balance

    return put, look


put, look = account()
put(10)
put(5)
print(look())
