async def inner():
    yield 'a'
    yield 'b'


async def outer():
    yield 'start'
    async for x in inner():
        yield x.upper()
    yield 'stop'


async def main():
    async for x in outer():
        print(x)


try:
    main().send(None)
except StopIteration:
    pass
