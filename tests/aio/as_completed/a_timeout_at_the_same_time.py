import asyncio

async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(asyncio.sleep(1, n)) for n in range(2)]
    for one in asyncio.as_completed(tasks, timeout=1):
        try:
            print('got', await one, loop.time())
        except TimeoutError:
            print('too late', loop.time())

asyncio.run(main())
