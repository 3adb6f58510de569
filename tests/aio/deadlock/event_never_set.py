import asyncio


async def main():
    event = asyncio.Event()
    try:
        await event.wait()
    finally:
        print('never printed either')


print('start')
asyncio.run(main())
print('never')
