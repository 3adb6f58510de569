import asyncio


def get_on(name):
    print(f"{name} gets on")
    if name == "Rosa":
        loop = asyncio.get_running_loop()
        loop.call_soon(get_on, "Rosa's doll")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, get_on, "Finn")
    loop.call_soon(get_on, "Rosa")
    loop.call_soon(get_on, "Hugo")
    print("the carousel opens")
    await asyncio.sleep(3)
    print("the carousel closes")


asyncio.run(main())
