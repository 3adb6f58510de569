import asyncio


async def taste(dish):
    print(f"Ines tastes the {dish}")
    return "salt"


async def cook():
    missing = await taste("soup")
    print(f"Ines adds {missing}")


async def serve(name):
    print(f"{name} lays the table")


async def main():
    omar = asyncio.create_task(serve("Omar"), name="Omar")
    await cook()
    print("the soup is ready")
    await omar
    print("dinner")


asyncio.run(main())
