import asyncio


async def job():
    pass


loop = asyncio.new_event_loop()
loop.close()
loop.close()
coro = job()
for call in (lambda: loop.run_until_complete(coro), loop.run_forever,
             lambda: loop.call_soon(print), lambda: loop.call_later(1, print),
             lambda: loop.call_at(1, print), lambda: loop.call_soon_threadsafe(print),
             lambda: loop.create_task(coro), lambda: loop.run_in_executor(None, print),
             lambda: loop.create_future()):
    try:
        print(call())
    except RuntimeError as error:
        print(error)
coro.close()
