import asyncio

money = 10


async def pay(name, price, till):
    global money
    async with till:
        print(f"{name} counts {money} coins")
        seen = money
        await asyncio.sleep(1)
        money = seen - price


async def main():
    till = asyncio.Lock()
    await asyncio.gather(
        asyncio.create_task(pay("Ana", 4, till), name="Ana"),
        asyncio.create_task(pay("Ben", 3, till), name="Ben"),
        asyncio.create_task(pay("Cleo", 2, till), name="Cleo"),
    )
    print(f"coins left: {money}")


asyncio.run(main())
