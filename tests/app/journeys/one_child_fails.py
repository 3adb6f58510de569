import asyncio

async def download(name, secs):
    await asyncio.sleep(secs)
    return f"{name} ok"

async def fetch(name, secs):
    try:
        return await download(name, secs)
    finally:
        print(f"{name}: closing")
        await asyncio.sleep(0.2)

async def login():
    await asyncio.sleep(0.5)
    raise ValueError("bad token")

async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fetch("news", 1.0))
        tg.create_task(login())
        tg.create_task(fetch("mail", 1.5))

asyncio.run(main())
