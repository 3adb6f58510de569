import asyncio

async def child():
    await asyncio.sleep(1)
    raise ValueError('orphan')

async def parent(keep):
    group = asyncio.TaskGroup()
    await group.__aenter__()
    keep.append(group.create_task(child(), name='orphan'))
    keep.append(group)

async def main():
    keep = []
    await asyncio.create_task(parent(keep), name='parent')
    await asyncio.sleep(2)
    print(keep)

asyncio.run(main())
