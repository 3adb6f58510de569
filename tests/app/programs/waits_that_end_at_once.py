import asyncio


def later(loop):
    bell = loop.create_future()
    loop.call_later(1, bell.set_result, "ding")
    return bell


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.wait([later(loop)])
    await asyncio.shield(later(loop))
    await asyncio.gather(later(loop), later(loop))
    print("done")


asyncio.run(main())
