import asyncio


async def wait_for(future):
    try:
        return await future
    finally:
        print("left")


loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(print)
other = loop.create_future()
task = loop.create_task(wait_for(other), name="Waiter")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

for ask in (lambda: future.set_result(1), lambda: task.cancel(), lambda: other.set_result(2)):
    try:
        print(ask())
    except (RuntimeError, asyncio.InvalidStateError) as error:
        print(type(error).__name__, error)
print(future.done(), other.done(), task.done())
