import asyncio


async def job():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for schedule in (loop.call_soon, loop.call_soon_threadsafe):
        try:
            schedule(job)
        except TypeError as error:
            print(error)
    for schedule in (loop.call_later, loop.call_at):
        try:
            schedule(1, job)
        except TypeError as error:
            print(error)
    coro = job()
    try:
        loop.call_soon(coro)
    except TypeError as error:
        print(error)
    coro.close()
    try:
        loop.call_soon(5)
    except TypeError as error:
        print(error)


asyncio.run(main(), debug=True)
