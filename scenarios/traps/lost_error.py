import asyncio


async def send(letter):
    await asyncio.sleep(1)
    if letter == "to grandma":
        raise LookupError("no such street")
    print("sent", letter)


async def main():
    letters = [asyncio.create_task(send(to), name=to) for to in ("to Ben", "to grandma")]
    await asyncio.sleep(2)
    print("main thinks all is well")
    del letters
    print("main goes home")


asyncio.run(main())
