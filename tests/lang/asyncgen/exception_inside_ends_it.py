async def g():
    yield 1
    raise ValueError('broken')


async def main():
    it = g()
    print(await anext(it))
    try:
        await anext(it)
    except ValueError as error:
        print(error)
    print(await anext(it, 'over'))


try:
    main().send(None)
except StopIteration:
    pass
