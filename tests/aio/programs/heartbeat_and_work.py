import asyncio


async def heartbeat(every):
    beats = 0
    try:
        while True:
            await asyncio.sleep(every)
            beats += 1
            print('beat', beats)
    except asyncio.CancelledError:
        print('heart stops after', beats)
        raise


async def main():
    heart = asyncio.create_task(heartbeat(0.4))
    for step in range(3):
        await asyncio.sleep(0.5)
        print('step', step)
    heart.cancel()
    try:
        await heart
    except asyncio.CancelledError:
        print('end')


asyncio.run(main())
