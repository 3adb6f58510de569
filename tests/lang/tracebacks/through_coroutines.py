class Done:
    def __await__(self):
        return (yield from ())


async def third(x):
    await Done()
    return 10 / x


async def second(x):
    result = await third(x)
    return result


async def first(x):
    return [await second(1), await second(x)]


first(0).send(None)
