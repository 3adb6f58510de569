import asyncio


async def main():
    slow = asyncio.create_task(asyncio.sleep(5, 'slow'))
    other = asyncio.create_task(asyncio.sleep(1, 'other'))
    asyncio.get_running_loop().call_later(0.5, slow.cancel)
    try:
        await asyncio.gather(slow, other)
    except asyncio.CancelledError as error:
        print('cancelled', repr(error))
    print(await other)
    slow = asyncio.create_task(asyncio.sleep(5))
    slow.cancel()
    print(await asyncio.gather(slow, asyncio.sleep(0, 1), return_exceptions=True))


asyncio.run(main())
