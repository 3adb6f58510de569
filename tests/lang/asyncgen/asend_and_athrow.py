async def echo():
    received = None
    while True:
        try:
            received = yield f'got {received}'
        except ValueError as error:
            received = f'error {error}'


async def main():
    g = echo()
    print(await anext(g))
    print(await g.asend('a'))
    print(await g.athrow(ValueError('b')))
    print(await g.asend('c'))
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print('closed')
    print(await anext(g, 'default'))


try:
    main().send(None)
except StopIteration:
    print('end')
