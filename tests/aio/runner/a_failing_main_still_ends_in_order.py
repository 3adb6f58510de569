import asyncio

async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print('child cleaned')

async def main():
    asyncio.create_task(child())
    await asyncio.sleep(1)
    raise KeyError('main')

try:
    asyncio.run(main())
except KeyError as exc:
    print(repr(exc))
try:
    with asyncio.Runner() as runner:
        runner.run(asyncio.sleep(0))
        raise ValueError('between')
except ValueError as exc:
    print(repr(exc))
