import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


def main():
    loop = asyncio.new_event_loop()
    plain = loop.call_soon

    def refuse(callback, *args, **keywords):
        raise ValueError('nothing enters')

    loop.call_soon = refuse
    coro = job(1)
    try:
        loop.create_task(coro)
    except ValueError as error:
        print(error)
    coro.close()
    seen = []

    def note(callback, *args, context=None):
        seen.append(type(callback).__name__)
        return plain(callback, *args, context=context)

    loop.call_soon = note
    print(loop.run_until_complete(job(1)), seen)
    future = loop.create_future()
    loop.call_soon = refuse
    future.add_done_callback(print)
    try:
        future.set_result(1)
    except ValueError as error:
        print(error, future)
    del loop.call_soon
    print(loop.run_until_complete(job(2)))
    loop.close()


main()
