import asyncio


class Bell:
    def __await__(self):
        print("the bell is asked")
        answer = yield from asyncio.sleep(1, "ding").__await__()
        return answer.upper()


async def hall():
    sound = await Bell()
    print("the hall hears", sound)
    return 2


async def house():
    rings = await hall()
    print("rings so far:", rings)


asyncio.run(house())
