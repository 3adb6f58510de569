import asyncio


async def deliver(what, hours):
    try:
        await asyncio.sleep(hours)
        print(f"the {what} is here")
        return what
    except asyncio.CancelledError:
        print(f"the {what} is sent back")
        raise


async def main():
    for what, hours in (("bread", 1), ("piano", 9)):
        try:
            got = await asyncio.wait_for(deliver(what, hours), timeout=3)
            print("main unpacks the", got)
        except TimeoutError:
            print(f"no {what} today")


asyncio.run(main())
