import asyncio


def broken(future):
    raise ValueError('in callback')


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(broken)
    future.add_done_callback(lambda f: print('next one runs'))
    future.set_result(1)
    await asyncio.sleep(0)


asyncio.run(main())
