import asyncio

async def main():
    tasks = [asyncio.create_task(asyncio.sleep(n, n)) for n in (1, 2)]
    tasks[1].cancel('not needed')
    for one in asyncio.as_completed(tasks):
        try:
            print(await one)
        except asyncio.CancelledError as exc:
            print('cancelled', exc.args)

asyncio.run(main())
