import asyncio

def outside():
    group = asyncio.TaskGroup()
    coro = group.__aenter__()
    try:
        coro.send(None)
    except RuntimeError as exc:
        print(exc)

async def main():
    loop = asyncio.get_running_loop()

    def callback():
        coro = asyncio.TaskGroup().__aenter__()
        try:
            coro.send(None)
        except RuntimeError as exc:
            print(exc)

    loop.call_soon(callback)
    await asyncio.sleep(0)

outside()
asyncio.run(main())
