import asyncio


async def climb(name, seconds):
    await asyncio.sleep(seconds)
    if name == "Otto":
        raise RuntimeError("the rope is too short")
    return f"{name} is at the top"


async def main():
    otto = asyncio.create_task(climb("Otto", 1), name="Otto")
    vera = asyncio.create_task(climb("Vera", 4), name="Vera")
    await asyncio.sleep(2)
    print("main looks up")
    try:
        print(await otto)
    except RuntimeError as error:
        print(f"Otto: {error}")
    print(await vera)


asyncio.run(main())
