# The report of the failure and the frame that made it hold each other, and so the callback's arguments.
import asyncio


class Mark:
    def __del__(self):
        print('gone')


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(KeyError('nobody asks'))
    future.add_done_callback(lambda f: 1 / 0)
    loop.call_soon(lambda mark: mark.missing, Mark())
    await asyncio.sleep(0)


asyncio.run(main())
print('end')
