import asyncio


async def job():
    pass


async def main():
    loop = asyncio.get_running_loop()
    coro = job()
    for call in (loop.run_forever, lambda: loop.run_until_complete(coro), lambda: asyncio.run(coro),
                 loop.close,
                 lambda: asyncio.Runner().run(coro)):
        try:
            call()
        except RuntimeError as error:
            print(error)
    coro.close()


asyncio.run(main())
