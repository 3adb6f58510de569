import asyncio


async def main():
    asyncio.current_task().cancel()
    print('requested')
    await asyncio.sleep(1)
    print('never')


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print('cancelled', repr(error))
