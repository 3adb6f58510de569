import asyncio
import threading


async def main():
    for _ in range(3):
        print(await asyncio.to_thread(lambda: threading.current_thread().name))
    print(threading.current_thread().name)
    print(await asyncio.gather(*[asyncio.to_thread(threading.current_thread) for _ in range(2)])
          == [threading.main_thread()] * 2)


asyncio.run(main())
