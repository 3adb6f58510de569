import asyncio


def work(loop):
    return asyncio.run_coroutine_threadsafe(never(), loop).result()


async def never():
    await asyncio.Event().wait()


async def main():
    await asyncio.to_thread(work, asyncio.get_running_loop())


asyncio.run(main())
