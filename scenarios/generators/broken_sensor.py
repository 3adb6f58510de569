import asyncio


async def sensor():
    try:
        for value in ("20", "21", "??", "23"):
            await asyncio.sleep(1)
            yield int(value)
    finally:
        print("the sensor is switched off")


async def steady(source):
    while True:
        try:
            yield await anext(source)
        except ValueError as error:
            print("skipped:", error)
        except StopAsyncIteration:
            print("the source has ended")
            return


async def main():
    async for value in steady(sensor()):
        print("it is", value, "degrees")
    print("main goes home")


asyncio.run(main())
