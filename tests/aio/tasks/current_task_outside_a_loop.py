import asyncio

try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print(asyncio.current_task()))
    await asyncio.sleep(0)


asyncio.run(main())
