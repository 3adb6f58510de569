import asyncio

async def visit(name, door):
    try:
        async with door:
            print(name, 'in')
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, 'cancelled')

async def main():
    door = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(visit(n, door)) for n in 'abcd']
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    loop.call_later(1, tasks[1].cancel)
    loop.call_later(1, tasks[2].cancel)
    await asyncio.gather(*tasks)
    print(door, loop.time())

asyncio.run(main())
