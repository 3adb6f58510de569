import asyncio

async def inner():
    return 1

async def main():
    coro = inner()
    for run in (asyncio.run, asyncio.Runner().run):
        try:
            run(coro)
        except RuntimeError as exc:
            print(exc)
    coro.close()
    for start in ('run_forever', 'run_until_complete'):
        loop = asyncio.get_running_loop()
        try:
            if start == 'run_forever':
                loop.run_forever()
            else:
                loop.run_until_complete(loop.create_future())
        except RuntimeError as exc:
            print(exc)
    other = asyncio.new_event_loop()
    try:
        other.run_forever()
    except RuntimeError as exc:
        print(exc)
    other.close()

asyncio.run(main())
