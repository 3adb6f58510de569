import asyncio

async def job():
    t = asyncio.current_task()
    for i in range(4):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print(i, error.args, t.cancelling(), t.uncancel(), t.uncancel(), t.cancelling())
    t.cancel('late')
    print(t.uncancel())
    await asyncio.sleep(0)
    t.cancel('last')
    t.cancel('really last')
    return 'result'

async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    for i in range(4):
        print(t.cancel(i), t.cancel(f'{i} again'), t.cancelling())
        await asyncio.sleep(1)
    try:
        print(await t)
    except asyncio.CancelledError as error:
        print(repr(error), t.cancelled(), t._cancel_message)

asyncio.run(main())
