import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as limit:
        loop.call_later(0.5, limit.reschedule, 3)
        await asyncio.sleep(2)
        print('saved', limit.when(), limit)
    try:
        limit.reschedule(5)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(5) as limit:
            loop.call_later(0.5, limit.reschedule, -1)
            await asyncio.sleep(2)
    except TimeoutError:
        print(loop.time(), limit, limit.expired())
    try:
        async with asyncio.timeout(None) as limit:
            loop.call_later(1, limit.reschedule, loop.time() + 1)
            await asyncio.sleep(2)
    except TimeoutError:
        print(loop.time(), limit)
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(2)
            finally:
                try:
                    limit.reschedule(loop.time() + 10)
                except RuntimeError as error:
                    print(error, limit)
                print(asyncio.current_task().cancelling())
    except TimeoutError:
        print('late', asyncio.current_task().cancelling())
    limit = asyncio.timeout(1)
    try:
        limit.reschedule(1)
    except RuntimeError as error:
        print(error, limit)
    async with limit:
        try:
            async with limit:
                pass
        except RuntimeError as error:
            print(error)
    try:
        async with asyncio.timeout('x'):
            pass
    except Exception as error:
        print(type(error).__name__, error)
    try:
        async with asyncio.timeout_at(loop.time()):
            print('still runs')
            await asyncio.sleep(0)
            print('and here?')
    except TimeoutError as error:
        print(repr(error.__cause__), error.__context__ is error.__cause__)
    async with asyncio.timeout(0):
        print('no await, no timeout')

asyncio.run(main())
