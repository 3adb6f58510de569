import asyncio


async def dig():
    print("Mole digs")
    await asyncio.sleep(2)
    return "a tunnel"


async def main():
    loop = asyncio.get_running_loop()
    letter = loop.create_future()
    mole = asyncio.create_task(dig(), name="Mole")
    print("a task is a future:", isinstance(mole, asyncio.Future))
    print("a future is a task:", isinstance(letter, asyncio.Task))
    print("Mole brings", await mole)
    print("the letter is done:", letter.done())
    loop.call_later(1, letter.set_result, "good news")
    print("the letter says", await letter)
    try:
        letter.set_result("bad news")
    except asyncio.InvalidStateError as error:
        print("too late:", error)


asyncio.run(main())
