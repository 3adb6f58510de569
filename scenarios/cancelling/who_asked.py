import asyncio


async def nap(seconds):
    me = asyncio.current_task()
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("asked to stop:", me.cancelling(), "time")
        me.uncancel()
        print("requests left:", me.cancelling())
    print("one more yawn")
    await asyncio.sleep(1)
    return "awake"


async def main():
    cat = asyncio.create_task(nap(10), name="Cat")
    await asyncio.sleep(2)
    cat.cancel()
    print("the cat is", await cat)
    print("cancelled:", cat.cancelled())


asyncio.run(main())
