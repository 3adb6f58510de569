import asyncio


async def barber(name, chairs):
    while True:
        try:
            guest = await chairs.get()
        except asyncio.QueueShutDown:
            print(f"{name} sweeps the floor")
            return
        await asyncio.sleep(2)
        print(f"{name} has cut {guest}'s hair")


async def main():
    chairs = asyncio.Queue()
    for guest in ("Abe", "Bob", "Cal"):
        chairs.put_nowait(guest)
    ann = asyncio.create_task(barber("Ann", chairs), name="Ann")
    joe = asyncio.create_task(barber("Joe", chairs), name="Joe")
    await asyncio.sleep(1)
    print("the shop closes")
    chairs.shutdown()
    try:
        chairs.put_nowait("Dan")
    except asyncio.QueueShutDown:
        print("Dan comes too late")
    await asyncio.gather(ann, joe)


asyncio.run(main())
