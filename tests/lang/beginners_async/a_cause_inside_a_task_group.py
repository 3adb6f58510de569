import asyncio
async def main():
    try:
        await asyncio.sleep(1)
        raise ValueError("a")
    except ValueError as e:
        raise RuntimeError("b") from e
async def top():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(main(), name="first")
asyncio.run(top())
