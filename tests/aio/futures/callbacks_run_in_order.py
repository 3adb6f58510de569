import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    for i in range(3):
        future.add_done_callback(lambda f, i=i: print('callback', i, f.result()))
    future.set_result('r')
    print('set, nothing ran yet')
    await asyncio.sleep(0)
    print('now')


asyncio.run(main())
