import asyncio

class Reset(Exception): pass

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

async def readings():
    for v in [30, 20, 24]:
        await asyncio.sleep(0.2)
        yield v

async def main():
    avg = averager()
    next(avg)
    async for v in readings():
        if v > 28:
            avg.throw(Reset())
        m = avg.send(v)
        print(v, "mean", m)

asyncio.run(main())
