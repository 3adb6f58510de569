import asyncio

async def slow():
    try:
        await asyncio.sleep(3)
    finally:
        print('slow ends')

async def work():
    try:
        await asyncio.shield(slow())
    except asyncio.CancelledError:
        print('work cancelled')

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await task
    print('main ends', asyncio.get_running_loop().time())

asyncio.run(main())
