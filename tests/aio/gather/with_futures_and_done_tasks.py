import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    done = asyncio.create_task(asyncio.sleep(0, 'done'))
    await done
    loop.call_later(1, future.set_result, 'future')
    print(await asyncio.gather(done, future, asyncio.sleep(0.5, 'coro')))


asyncio.run(main())
