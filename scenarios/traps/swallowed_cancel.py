import asyncio


async def watch():
    for hour in range(1, 5):
        try:
            await asyncio.sleep(2)
            print(f"watch {hour}: all is quiet")
        except asyncio.CancelledError:
            print(f"watch {hour}: something happened, go on")


async def main():
    guard = asyncio.create_task(watch(), name="Guard")
    await asyncio.sleep(3)
    guard.cancel()
    done, waiting = await asyncio.wait([guard], timeout=1)
    print("gone:", len(done), "still here:", len(waiting))
    await guard
    print("the guard went when it liked, cancelled:", guard.cancelled())


asyncio.run(main())
