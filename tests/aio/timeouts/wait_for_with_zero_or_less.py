import asyncio

async def work():
    print('work runs')
    return 'result'

async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return 'stubborn'

async def main():
    loop = asyncio.get_running_loop()
    for timeout in (0, -1, -0.5):
        try:
            print(await asyncio.wait_for(work(), timeout))
        except TimeoutError as exc:
            print(timeout, repr(exc), repr(exc.__cause__))
    done = loop.create_future()
    done.set_result('ready')
    print(await asyncio.wait_for(done, 0))
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(task, 0))
    failing = loop.create_future()
    failing.set_exception(KeyError('bad'))
    try:
        await asyncio.wait_for(failing, -1)
    except KeyError as exc:
        print(repr(exc))

asyncio.run(main())
