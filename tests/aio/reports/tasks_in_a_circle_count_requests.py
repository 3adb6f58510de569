import asyncio

tasks = {}


async def waits(name, other):
    try:
        await tasks[other]
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    tasks['a'] = asyncio.create_task(waits('a', 'b'))
    tasks['b'] = asyncio.create_task(waits('b', 'a'))
    await asyncio.sleep(0)
    try:
        tasks['a'].cancel()
    except RecursionError as error:
        print(error)
    print(tasks['a'].cancelling() > 4000, tasks['b'].cancelling() > 4000)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
