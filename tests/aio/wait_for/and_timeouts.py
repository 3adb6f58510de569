import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled, going on')
        await asyncio.sleep(1)
        print('now ends')
        return 'w'


async def main():
    for what, t in ((work(), 2), (asyncio.sleep(1, 'r'), 1), (asyncio.sleep(1, 'q'), None), (asyncio.sleep(0, 'z'), 0)):
        try:
            print(await asyncio.wait_for(what, t))
        except TimeoutError as e:
            print('TE', repr(e), repr(e.__cause__), repr(e.__context__))
        print(asyncio.get_running_loop().time())
    f = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(f, 1)
    except TimeoutError as e:
        print(f)

    async def boom():
        try:
            await asyncio.sleep(5)
        finally:
            raise KeyError('boom')
    try:
        await asyncio.wait_for(boom(), 1)
    except BaseException as e:
        print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
    f = asyncio.get_running_loop().create_future()
    f.set_result(4)
    print(await asyncio.wait_for(f, 0), await asyncio.wait_for(f, -3))
    t = asyncio.create_task(work())
    try:
        print(await asyncio.wait_for(t, 0))
    except TimeoutError as e:
        print('0', repr(e.__cause__))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 'x')
    except TypeError as e:
        print(e)
    async with asyncio.timeout(1) as cm:
        print(cm, cm.when(), cm.expired())
        cm.reschedule(asyncio.get_running_loop().time() + 5)
        await asyncio.sleep(2)
    print(cm, cm.expired())
    try:
        cm.reschedule(3)
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout(None) as cm:
            print(cm)
            cm.reschedule(0)
            await asyncio.sleep(1)
    except TimeoutError:
        print(cm, cm.when())
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(3)
            except TimeoutError:
                print('inner')
            await asyncio.sleep(3)
    except TimeoutError:
        print('outer')
    cm = asyncio.timeout(3)
    try:
        async with cm:
            async with cm:
                pass
    except RuntimeError as e:
        print(e)
    try:
        asyncio.timeout()
    except TypeError as e:
        print(e)


asyncio.run(main())
