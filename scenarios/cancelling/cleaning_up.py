import asyncio


async def paint():
    print("the brush is wet")
    try:
        await asyncio.sleep(10)
        print("the wall is done")
    finally:
        print("Pia washes the brush")
        await asyncio.sleep(2)
        print("the brush is clean")


async def main():
    pia = asyncio.create_task(paint(), name="Pia")
    await asyncio.sleep(1)
    pia.cancel()
    await asyncio.wait([pia])
    print("Pia is cancelled:", pia.cancelled())


asyncio.run(main())
