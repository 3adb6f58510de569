import asyncio


async def late():
    print('never printed')


async def main():
    asyncio.create_task(late())
    print('main ends at once')


asyncio.run(main())
print('after')
