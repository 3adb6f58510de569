import asyncio


async def cook(orders):
    for name, plate in orders:
        await asyncio.sleep(1)
        plate.set_result(f'{name} is ready')


async def guest(plate):
    print(await plate, 'at', asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    orders = [(n, loop.create_future()) for n in ('soup', 'fish')]
    await asyncio.gather(cook(orders), *(guest(p) for _, p in orders))


asyncio.run(main())
