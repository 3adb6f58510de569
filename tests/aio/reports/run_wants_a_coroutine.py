import asyncio


async def main():
    pass


async def numbers():
    yield 1


for wrong in (main, 5, None, 'main', [], numbers()):
    try:
        asyncio.run(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
