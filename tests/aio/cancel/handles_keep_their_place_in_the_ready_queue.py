import asyncio

async def main():
    loop = asyncio.get_running_loop()
    handles = [loop.call_soon(print, n) for n in range(5)]
    handles[1].cancel()
    handles[3].cancel()
    print(handles)
    await asyncio.sleep(0)
    timers = [loop.call_later(1, print, 'timer', n) for n in range(3)]
    timers[1].cancel()
    await asyncio.sleep(1)
    print(timers)

asyncio.run(main())
