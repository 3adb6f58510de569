import asyncio


async def main():
    q = asyncio.Queue(1)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    q.put_nowait('x')
    try:
        q.put_nowait('y')
    except asyncio.QueueFull as error:
        print(repr(error))
    print(q.get_nowait(), q.empty(), q.full())


asyncio.run(main())
