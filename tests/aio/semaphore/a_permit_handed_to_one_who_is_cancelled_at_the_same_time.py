import asyncio

async def main():
    door = asyncio.Semaphore(0)
    log = []

    async def visit(n):
        try:
            await door.acquire()
            log.append(n)
        except asyncio.CancelledError:
            log.append(f'{n} cancelled')

    tasks = [asyncio.create_task(visit(n)) for n in range(3)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    door.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log, door)
    door.release()
    tasks[2].cancel()
    await asyncio.gather(*tasks)
    print(log, door)

asyncio.run(main())
