import asyncio


async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    q.get_nowait()
    q.task_done()
    try:
        q.task_done()
    except ValueError as error:
        print(error)
    await q.join()
    print('join of a finished queue returns')


asyncio.run(main())
