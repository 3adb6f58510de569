import asyncio

async def main():
    gate = asyncio.Semaphore(0)

    async def producer():
        for n in range(3):
            await asyncio.sleep(1)
            gate.release()

    task = asyncio.create_task(producer())
    for n in range(3):
        await gate.acquire()
        print(n, asyncio.get_running_loop().time())
    await task

asyncio.run(main())
