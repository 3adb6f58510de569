import asyncio
import sys

async def work():
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(work(), name='work')
    await asyncio.sleep(0)
    task.print_stack(file=sys.stdout)
    await task
    task.print_stack(file=sys.stdout)
    task.print_stack()

asyncio.run(main())
