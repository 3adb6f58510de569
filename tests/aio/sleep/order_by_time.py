import asyncio


async def say(after, what):
    await asyncio.sleep(after)
    print(what)


async def main():
    await asyncio.gather(say(3, 'three'), say(1, 'one'), say(2, 'two'), say(1, 'one again'))


asyncio.run(main())
