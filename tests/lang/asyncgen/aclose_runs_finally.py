async def g():
    try:
        yield 1
        yield 2
    finally:
        print('cleanup')


async def main():
    it = g()
    print(await it.__anext__())
    await it.aclose()
    await it.aclose()
    fresh = g()
    await fresh.aclose()
    print('end')


try:
    main().send(None)
except StopIteration:
    pass
