import asyncio


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0.5)
        print('open', self.name)
        return self

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0.5)
        print('close', self.name, repr(value))


async def use(name, fail):
    async with Connection(name) as c:
        if fail:
            raise ValueError(c.name)
        await asyncio.sleep(1)


async def main():
    print(await asyncio.gather(use('a', False), use('b', True), return_exceptions=True))


asyncio.run(main())
