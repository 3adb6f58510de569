import asyncio

async def inner():
    return [frame.f_code.co_name for frame in asyncio.current_task().get_stack()][-1:]

async def main():
    print(await inner())
    frame = asyncio.current_task().get_stack(limit=1)
    print(frame[0].f_code.co_name)

asyncio.run(main())
