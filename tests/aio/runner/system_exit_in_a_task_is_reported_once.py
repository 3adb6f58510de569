import asyncio

async def leave():
    await asyncio.sleep(1)
    raise SystemExit('leaving')

async def other():
    try:
        await asyncio.sleep(9)
    finally:
        print('other cleaned up')

async def main():
    task = asyncio.create_task(leave())
    asyncio.create_task(other())
    try:
        await asyncio.sleep(5)
    finally:
        print('main leaves')

try:
    asyncio.run(main())
except SystemExit as exc:
    print('exit', exc)
