async def g():
    yield 1


async def main():
    it = g()
    try:
        await it.asend('early')
    except TypeError as error:
        print(error)
    print(await it.asend(None))


try:
    main().send(None)
except StopIteration:
    print('end')
