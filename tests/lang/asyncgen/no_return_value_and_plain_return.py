async def g(n):
    for i in range(10):
        if i == n:
            return
        yield i


async def main():
    print([x async for x in g(3)], [x async for x in g(0)])


try:
    main().send(None)
except StopIteration:
    pass
