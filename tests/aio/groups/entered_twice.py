import asyncio

async def main():
    group = asyncio.TaskGroup()
    async with group:
        try:
            async with group:
                print('never')
        except RuntimeError as exc:
            print(exc)

asyncio.run(main())
