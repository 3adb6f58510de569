def cashier():
    total = 0
    while True:
        price = yield total
        if price is None:
            return f"thank you, {total} in all"
        total += price


def shop():
    try:
        bill = yield from cashier()
        print(bill)
    except ValueError as error:
        print("the till stops:", error)
    yield "closed"


def main():
    till = shop()
    print("begin with", next(till))
    print("after bread", till.send(3))
    print("after cheese", till.send(5))
    print("no more:", till.send(None))
    other = shop()
    next(other)
    print("an error:", other.throw(ValueError("false coin")))


main()
