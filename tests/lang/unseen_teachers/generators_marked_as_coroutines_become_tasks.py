import asyncio
import types


@types.coroutine
def old(value):
    result = yield from asyncio.sleep(0.1, value)
    return result


def plain():
    yield


async def main():
    print(await asyncio.gather(old(1), old(2)), await asyncio.wait_for(old(3), 1))
    print(await asyncio.ensure_future(old(4)), await asyncio.shield(old(5)))
    try:
        asyncio.ensure_future(plain())
    except TypeError as error:
        print(error)
    try:
        asyncio.create_task(old(6))
    except TypeError as error:
        print(str(error).split(' at ')[0])


asyncio.run(main())
