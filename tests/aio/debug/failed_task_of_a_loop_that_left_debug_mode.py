# The report still says where the task was made.
import asyncio


async def fails():
    raise ValueError('fails')


async def main():
    task = asyncio.create_task(fails())
    asyncio.get_running_loop().set_debug(False)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
