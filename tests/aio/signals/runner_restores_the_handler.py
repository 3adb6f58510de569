import asyncio
import signal


async def main():
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


with asyncio.Runner() as runner:
    runner.run(main())
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    runner.run(main())
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
