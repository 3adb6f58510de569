import asyncio

async def bad():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        raise ValueError('in cleanup')

async def swallow():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        return 'swallowed'

async def main():
    keep.extend([asyncio.create_task(bad()), asyncio.create_task(swallow())])
    await asyncio.sleep(0)

keep = []
asyncio.run(main())
print(keep)
