import asyncio
import sys

def deeper():
    raise ValueError('down here')

async def work():
    await asyncio.sleep(0)
    deeper()

async def main():
    task = asyncio.create_task(work(), name='work')
    await asyncio.wait([task])
    print([frame.f_code.co_name for frame in task.get_stack()])
    print([frame.f_code.co_name for frame in task.get_stack(limit=1)])
    task.print_stack(file=sys.stdout)
    task.print_stack(limit=1, file=sys.stdout)
    try:
        task.get_stack(1)
    except TypeError as exc:
        print(exc)

asyncio.run(main())
