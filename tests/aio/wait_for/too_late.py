import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print('cancelled', repr(error))
        raise


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=1)
    except TimeoutError as error:
        print('timeout', repr(error), repr(error.__cause__), asyncio.get_running_loop().time())
    print(asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
