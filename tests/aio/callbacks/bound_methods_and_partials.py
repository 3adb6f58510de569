import asyncio
from functools import partial


class Meter:
    def __init__(self):
        self.values = []

    def add(self, value, scale=1):
        self.values.append(value * scale)


async def main():
    meter, loop = Meter(), asyncio.get_running_loop()
    loop.call_soon(meter.add, 1)
    loop.call_soon(partial(meter.add, 2, scale=10))
    loop.call_later(1, partial(meter.add, scale=5), 3)
    await asyncio.sleep(2)
    print(meter.values)


asyncio.run(main())
