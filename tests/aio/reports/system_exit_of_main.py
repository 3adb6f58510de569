import asyncio


async def main():
    raise SystemExit(7)


asyncio.run(main())
