"""The error's frames hold the task that holds the error: all of it dies at the very end."""
import asyncio


async def never(number):
    return number


async def child():
    second, third = never(2), never(3)
    await asyncio.sleep(1)
    raise ValueError('stop')


async def main():
    first = never(1)
    task = asyncio.create_task(child())
    await task


asyncio.run(main())
