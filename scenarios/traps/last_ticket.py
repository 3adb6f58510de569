import asyncio

tickets = 1


async def sell(counter, guest):
    global tickets
    if tickets > 0:
        print(f"{counter} has a ticket for {guest}")
        await asyncio.sleep(1)
        tickets -= 1
        print(f"{counter} sells to {guest}, {tickets} left")
    else:
        print(f"{counter} is sold out for {guest}")


async def main():
    await asyncio.gather(
        asyncio.create_task(sell("left", "Ana"), name="Left"),
        asyncio.create_task(sell("right", "Ben"), name="Right"),
    )
    print("tickets:", tickets)


asyncio.run(main())
