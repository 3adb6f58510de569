import asyncio


def note(future):
    print('note', future.result())


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(note)
    future.add_done_callback(print)
    future.add_done_callback(note)
    print(future.remove_done_callback(note), future.remove_done_callback(note))
    future.add_done_callback(note)
    future.remove_done_callback(print)
    future.set_result(1)
    await asyncio.sleep(0)


asyncio.run(main())
