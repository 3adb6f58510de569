import asyncio


async def background(name):
    try:
        print(name, 'starts')
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise
    finally:
        print(name, 'cleans up')


async def main():
    tasks = [asyncio.create_task(background(n)) for n in 'ab']
    await asyncio.sleep(1)
    print('main returns')
    return len(tasks)


print(asyncio.run(main()))
