import asyncio

tasks = []


async def wait_for_all():
    await asyncio.gather(tasks[0], asyncio.sleep(2), return_exceptions=True)


async def main():
    tasks.append(asyncio.create_task(wait_for_all(), name="Ring"))
    await asyncio.sleep(0)
    try:
        tasks[0].cancel()
    except RecursionError as error:
        print(type(error).__name__, error)
    print(tasks[0].cancelling() > 500)
    asyncio.get_running_loop().call_later(0, tasks[0].cancel)
    done, pending = await asyncio.wait(tasks, timeout=1)
    print(len(done), len(pending))


try:
    asyncio.run(main(), debug=True)
except RecursionError as error:
    print("run", error)
