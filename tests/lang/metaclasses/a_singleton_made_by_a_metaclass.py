import asyncio


class Singleton(type):
    made = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args, **kwargs)
        return cls.made[cls]


class Pool(metaclass=Singleton):
    def __init__(self, size=1):
        self.size = size
        self.lock = asyncio.Lock()


async def use(size):
    pool = Pool(size)
    async with pool.lock:
        await asyncio.sleep(1)
        return pool.size


async def main():
    print(await asyncio.gather(use(3), use(5)), Pool() is Pool(9))


asyncio.run(main())
