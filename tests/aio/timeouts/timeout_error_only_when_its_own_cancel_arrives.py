import asyncio

async def work(swallow):
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as exc:
                print('inside', exc.args, limit)
                if swallow:
                    return 'swallowed'
                raise ValueError('instead')
    except ValueError as exc:
        context = exc.__context__
        print(repr(context), repr(context.__cause__), repr(context.__context__))
        return 'replaced'
    except asyncio.CancelledError as exc:
        return f'cancelled {exc.args}'

async def main():
    print(await work(True))
    print(await work(False))
    task = asyncio.create_task(work(False))
    await asyncio.sleep(0.5)
    task.cancel('from outside')
    print(await task)

asyncio.run(main())
