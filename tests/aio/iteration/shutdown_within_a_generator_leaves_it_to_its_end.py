# One that runs cannot be closed; when it dies, the loop closes it in a task.
import asyncio


async def generator():
    await asyncio.get_running_loop().shutdown_asyncgens()
    try:
        yield 1
    finally:
        print('closed by', asyncio.current_task().get_name())


async def main():
    async for x in generator():
        print(x)
        break
    await asyncio.sleep(0)
    print('end')


asyncio.run(main())
