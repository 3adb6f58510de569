import asyncio


async def main():
    loop = asyncio.get_running_loop()
    pending, done, failed, cancelled = (loop.create_future() for _ in range(4))
    done.set_result({'k': 1})
    failed.set_exception(KeyError('k'))
    cancelled.cancel()
    print(pending, done, failed, cancelled, sep='\n')
    failed.exception()
    pending.add_done_callback(print)
    print(pending)
    pending.cancel()


asyncio.run(main())
