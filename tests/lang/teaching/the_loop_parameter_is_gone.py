import asyncio
async def main():
    q = asyncio.Queue(loop=asyncio.get_event_loop())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    loop.run_until_complete(main())
except TypeError as e:
    print(e)
for f in (lambda: asyncio.sleep(1, loop=loop), lambda: asyncio.wait([], loop=loop), lambda: asyncio.Lock(loop=loop), lambda: asyncio.gather(loop=loop), lambda: asyncio.Task.all_tasks(), lambda: asyncio.Task.current_task(), lambda: asyncio.coroutine, lambda: asyncio.async_timeout, lambda: asyncio.get_running_loop(), lambda: asyncio.current_task(), lambda: asyncio.create_task(main()), lambda: asyncio.run(5), lambda: asyncio.run(main), lambda: asyncio.wait_for(), lambda: asyncio.Semaphore(-1), lambda: asyncio.JoinableQueue, lambda: asyncio.ensure_future(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
loop.run_until_complete(asyncio.wait([main()]))
