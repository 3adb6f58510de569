import asyncio

async def main():
    asyncio.current_task().cancel('me')
    await asyncio.sleep(0)

try:
    asyncio.run(main())
except asyncio.CancelledError as exc:
    print(repr(exc))
with asyncio.Runner() as runner:
    for _ in range(2):
        try:
            runner.run(main())
        except asyncio.CancelledError as exc:
            print(repr(exc))
