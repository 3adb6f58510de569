import asyncio
import threading
import time


async def wait_for_it(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def work():
        try:
            asyncio.run(wait_for_it(future))
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, str(error).partition('<')[0], str(error)[-32:])
        time.sleep(1)
        loop.call_soon_threadsafe(future.set_result, 1)

    threading.Thread(target=work).start()
    print(await future, time.monotonic())


asyncio.run(main())
