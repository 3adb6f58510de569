# That it is itself is seen before how it was yielded.
import asyncio


class Plain:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value


async def main():
    try:
        await Plain(asyncio.current_task())
    except RuntimeError as error:
        print(error)
    try:
        await Plain(asyncio.get_running_loop().create_future())
    except RuntimeError as error:
        print(error)


asyncio.run(main())
