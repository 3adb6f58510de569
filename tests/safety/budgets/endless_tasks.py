# limit: memory
import asyncio


async def more():
    while True:
        asyncio.create_task(more())
        await asyncio.sleep(0)


asyncio.run(more())
