import asyncio


def leave():
    raise SystemExit('from a callback')


async def main():
    asyncio.get_running_loop().call_soon(leave)
    await asyncio.sleep(1)


asyncio.run(main())
