import asyncio


async def inner(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(inner(event))
    await asyncio.sleep(0)
    print(task)
    event.set()
    await task
    print(task)


asyncio.run(main(), debug=True)
