import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.call_soon(None), loop.call_soon('text'))
    for delay in ('1', [2]):
        try:
            loop.call_later(delay, print)
        except TypeError as error:
            print(error)
    await asyncio.sleep(1)
    print('still here')


asyncio.run(main())
