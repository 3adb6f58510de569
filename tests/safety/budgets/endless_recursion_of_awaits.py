# limit: RecursionError: maximum recursion depth exceeded
import asyncio


async def deeper():
    await deeper()


asyncio.run(deeper())
