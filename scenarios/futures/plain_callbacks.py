import asyncio


def knock(door):
    print(f"knock at the {door}")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, knock, "back door")
    loop.call_soon(knock, "front door")
    late = loop.call_later(1, knock, "window")
    loop.call_at(loop.time() + 2, knock, "gate")
    print("main has asked for four knocks")
    await asyncio.sleep(0)
    print("main has its second turn")
    late.cancel()
    await asyncio.sleep(3)
    print("main goes home")


asyncio.run(main())
