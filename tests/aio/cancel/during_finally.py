import asyncio

async def work():
    try:
        await asyncio.sleep(5)
    finally:
        print('cleaning')
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as exc:
            print('again', exc.args, repr(exc.__context__))
            raise

async def main():
    task = asyncio.create_task(work())
    for message in ('first', 'second'):
        await asyncio.sleep(1)
        task.cancel(message)
    print(await asyncio.gather(task, return_exceptions=True), task.cancelling())

asyncio.run(main())
