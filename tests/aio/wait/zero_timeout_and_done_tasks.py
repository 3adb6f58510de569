import asyncio


async def main():
    quick = asyncio.create_task(asyncio.sleep(0))
    slow = asyncio.create_task(asyncio.sleep(3))
    done, pending = await asyncio.wait([quick, slow], timeout=0)
    print(len(done), len(pending))
    await quick
    done, pending = await asyncio.wait([quick, slow], return_when=asyncio.FIRST_COMPLETED)
    print(quick in done, slow in pending)
    done, pending = await asyncio.wait([quick])
    print(len(done), len(pending))


asyncio.run(main())
