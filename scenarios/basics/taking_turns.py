import asyncio


async def paint(name):
    for post in (1, 2, 3):
        print(f"{name} paints post {post}")
        await asyncio.sleep(0)


async def main():
    ana = asyncio.create_task(paint("Ana"), name="Ana")
    leo = asyncio.create_task(paint("Leo"), name="Leo")
    print("two painters, one brush")
    await ana
    await leo
    print("the fence is done")


asyncio.run(main())
