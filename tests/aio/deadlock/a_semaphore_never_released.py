import asyncio


async def takes(semaphore, name):
    await semaphore.acquire()
    print(name, 'has it')


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[takes(semaphore, n) for n in range(3)])


asyncio.run(main())
