import asyncio
import contextvars

place = contextvars.ContextVar('place')


async def main():
    future = asyncio.get_running_loop().create_future()
    place.set('when it was added')
    future.add_done_callback(lambda f: print(place.get()))
    place.set('when it was resolved')
    future.set_result(None)
    await asyncio.sleep(0)


asyncio.run(main())
