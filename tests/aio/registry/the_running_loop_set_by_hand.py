import asyncio


async def inner():
    await asyncio.sleep(0)
    return 'inner'


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio._get_running_loop() is loop)
    asyncio._set_running_loop(None)
    print(asyncio._get_running_loop())
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)
    other = asyncio.new_event_loop()
    try:
        print(other.run_until_complete(inner()))
    except RuntimeError as error:
        print(error)
    asyncio._set_running_loop(loop)
    task = asyncio.current_task()
    asyncio._leave_task(loop, task)
    print(asyncio.current_task())
    asyncio._enter_task(loop, task)
    asyncio._unregister_task(task)
    print(len(asyncio.all_tasks()))
    asyncio._register_task(task)
    print(asyncio.all_tasks() == {task})
    other.close()
    return await inner()


print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio._set_running_loop(loop)
print(asyncio.get_running_loop() is loop, loop.is_running())
try:
    asyncio.run(main())
except RuntimeError as error:
    print(error)
future = asyncio.Future()
print(future.get_loop() is loop)
asyncio._set_running_loop(None)
loop.close()
