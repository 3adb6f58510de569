import asyncio

shared = None


async def first():
    global shared
    shared = asyncio.Lock()
    await shared.acquire()
    print('first', asyncio.current_task().get_name())
    return asyncio.get_running_loop()


async def second(before):
    print('second', asyncio.current_task().get_name(), asyncio.get_running_loop() is before)
    print(before.is_closed(), before)
    try:
        await shared.acquire()
    except RuntimeError as error:
        print(type(error).__name__)
    else:
        print('taken')


loop = asyncio.run(first())
shared.release()
asyncio.run(second(loop))
