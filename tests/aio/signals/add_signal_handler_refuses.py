import asyncio
import signal


async def job():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for number, callback in ((signal.SIGKILL, print), ('x', print), (4711, print),
                             (signal.SIGTERM, job)):
        try:
            loop.add_signal_handler(number, callback)
        except (RuntimeError, TypeError, ValueError) as error:
            print(type(error).__name__, error)
    for number in ('x', 4711):
        try:
            loop.remove_signal_handler(number)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
