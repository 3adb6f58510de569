# limit: memory
import asyncio


async def main():
    loop, kept, n = asyncio.get_running_loop(), [], 0
    while True:
        n += 1
        kept.append(loop.call_later(n, print, n))


asyncio.run(main())
