import asyncio


def roll_call(when):
    me = asyncio.current_task().get_name()
    here = sorted(t.get_name() for t in asyncio.all_tasks())
    print(f"{when}: {me} sees {here}")


async def visit(name, seconds):
    roll_call("visit")
    await asyncio.sleep(seconds)
    print(f"{name} leaves")


async def main():
    maya = asyncio.create_task(visit("Maya", 1), name="Maya")
    noah = asyncio.create_task(visit("Noah", 2), name="Noah")
    roll_call("start")
    await maya
    roll_call("one gone")
    await noah
    roll_call("both gone")


asyncio.run(main())
