async def source(n):
    for i in range(n):
        yield i


async def main():
    squares = (x * x async for x in source(4) if x)
    print(type(squares).__name__, squares.__name__)
    print([s async for s in squares])
    print([(x, y) async for x in source(2) for y in 'ab'])
    print({x: y for x in range(2) async for y in source(x + 1)})


try:
    main().send(None)
except StopIteration:
    pass
