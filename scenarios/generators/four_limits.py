import asyncio


async def drips():
    for pause in (1, 1, 3):
        await asyncio.sleep(pause)
        yield "drip"


async def whole(source):
    async with asyncio.timeout(3):
        async for drop in source:
            print("whole:", drop)


async def each(source):
    while drop := await asyncio.wait_for(anext(source), 2):
        print("each:", drop)


async def moved(source):
    async with asyncio.timeout(2) as limit:
        async for drop in source:
            print("moved:", drop)
            limit.reschedule(asyncio.get_running_loop().time() + 2)


async def patient(source):
    for _ in range(3):
        turn = asyncio.ensure_future(anext(source))
        while not (await asyncio.wait([turn], timeout=2))[0]:
            print("patient: not yet")
        print("patient:", turn.result())


async def main(*ways):
    print(await asyncio.gather(*[way(drips()) for way in ways], return_exceptions=True))


asyncio.run(main(whole, each, moved, patient))
