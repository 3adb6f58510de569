import asyncio

async def main():
    cond, box = asyncio.Condition(), []

    async def take():
        async with cond:
            print('got', await cond.wait_for(lambda: len(box) >= 3 and box))

    async def put():
        for n in range(4):
            await asyncio.sleep(1)
            async with cond:
                box.append(n)
                cond.notify_all()
                print('put', n)

    await asyncio.gather(take(), put())

asyncio.run(main())
