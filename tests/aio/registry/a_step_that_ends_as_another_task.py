import asyncio
from asyncio import tasks


async def bystander():
    await asyncio.sleep(2)
    print('bystander goes on')


async def leaves():
    tasks._leave_task(asyncio.get_running_loop(), asyncio.current_task())
    try:
        await asyncio.sleep(1)
    finally:
        print('never, for its step failed')


async def fails():
    tasks._leave_task(asyncio.get_running_loop(), asyncio.current_task())
    raise KeyError('k')


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.create_task(bystander())
    both = [asyncio.create_task(leaves()), asyncio.create_task(fails())]
    print(await asyncio.wait(both, timeout=3) and [task.done() for task in both])
    await other


asyncio.run(main())
