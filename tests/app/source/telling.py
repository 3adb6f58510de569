import asyncio


class Reset(Exception):
    pass


class Box:
    kind = "wood"

    async def fill(self, amount):
        await asyncio.sleep(amount / 10)


def averager():
    total = count = 0
    mean = None
    while True:
        try:
            x = yield mean
        except Reset:
            total = count = 0
            mean = None
        else:
            total += x
            count += 1
            mean = total / count


async def pack(gate, box):
    box.kind = "tin"
    if box.kind == "tin":
        box.kind = "paper"
    async with gate:
        for v in (30, 20):
            if v > 28:
                await box.fill(v)
    return box


async def main():
    avg = averager()
    next(avg)
    avg.throw(Reset())
    mean = avg.send(20)
    print(mean)
    await pack(asyncio.Lock(), Box())


asyncio.run(main())
