import asyncio
import threading


async def answer():
    return 42


async def main():
    loop = asyncio.get_running_loop()
    print('the loop waits for what only the loop can do')
    asyncio.run_coroutine_threadsafe(answer(), loop).result()


asyncio.run(main())
