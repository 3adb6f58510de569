import asyncio

async def main():
    door = asyncio.Lock()
    async with door:
        print("inside")
        async with door:
            print("never")

asyncio.run(main())
