import asyncio


async def level3():
    raise ValueError('deep')


async def level2():
    try:
        await level3()
    except ValueError as e:
        raise KeyError('mid') from e


async def level1():
    await asyncio.create_task(level2())


async def main():
    try:
        await asyncio.gather(level1(), asyncio.sleep(1))
    except KeyError as e:
        raise RuntimeError('top')


asyncio.run(main())
