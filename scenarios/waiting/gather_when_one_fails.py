import asyncio


async def bring(name, seconds):
    await asyncio.sleep(seconds)
    if name == "Pia":
        raise ValueError("the cake fell")
    print(f"{name} is here")
    return name


async def main():
    olga = asyncio.create_task(bring("Olga", 3), name="Olga")
    pia = asyncio.create_task(bring("Pia", 1), name="Pia")
    raul = asyncio.create_task(bring("Raul", 2), name="Raul")
    try:
        guests = await asyncio.gather(olga, pia, raul)
        print(guests)
    except ValueError as error:
        print(f"main hears: {error}")
    await asyncio.sleep(3)
    print("the party begins")


asyncio.run(main())
