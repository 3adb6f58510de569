import asyncio

async def left_over(n):
    try:
        await asyncio.sleep(99)
    finally:
        print('cancelled', n)
        await asyncio.sleep(n)
        print('cleaned', n, asyncio.get_running_loop().time())

async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('generator closes')
        await asyncio.sleep(1)
        print('generator closed', asyncio.get_running_loop().time())

async def main():
    for n in (2, 1):
        asyncio.create_task(left_over(n))
    await asyncio.sleep(0)
    keep.append(numbers())
    print(await anext(keep[0]))
    return 'result'

keep = []
print(asyncio.run(main()))
