import asyncio


async def visit(name):
    print(f"{name} comes in")
    await asyncio.sleep(2)
    print(f"{name} leaves")
    return f"{name} liked the tea"


async def main():
    guest = visit("Ada")
    print("the table is set")
    remark = await guest
    print(remark)


asyncio.run(main())
