def stairs(name, floors):
    print(f"{name} starts")
    for floor in range(1, floors + 1):
        yield f"{name} on floor {floor}"
    print(f"{name} is out of stairs")
    return floors


def main():
    ana = stairs("Ana", 2)
    ben = stairs("Ben", 3)
    print(next(ana))
    print(next(ben))
    print(next(ana))
    try:
        next(ana)
    except StopIteration as stop:
        print("Ana climbed", stop.value)
    print(list(ben))


main()
