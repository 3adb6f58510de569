import asyncio
import time


def work(loop, future):
    time.sleep(1)
    for call in (lambda: loop.call_soon(print, 'no'), lambda: loop.call_later(1, print, 'no')):
        try:
            call()
        except RuntimeError as error:
            print(error)
    loop.call_soon_threadsafe(future.set_result, 'yes')


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 100
    future = loop.create_future()
    waiting = loop.run_in_executor(None, work, loop, future)
    print(await future)
    await waiting


asyncio.run(main(), debug=True)
