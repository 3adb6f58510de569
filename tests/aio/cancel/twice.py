import asyncio


async def work():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print('cancel', i, error)
    return 'end'


async def main():
    task = asyncio.create_task(work())
    for i in range(3):
        await asyncio.sleep(1)
        task.cancel(f'number {i}')
    print(await task)


asyncio.run(main())
