import asyncio


def price(loaves):
    total = 0
    for n in range(loaves):
        total = total + n
    return total


async def take(name, q):
    order = await q.get()
    print(f"{name} bakes {order}")
    return order


async def bake(name, secs, q):
    order = await take(name, q)
    await asyncio.sleep(secs)
    cost = price(2) + price(len(order))
    return cost


async def burn():
    await asyncio.sleep(1)
    raise ValueError("too hot")


async def main():
    q = asyncio.Queue()
    ann = asyncio.create_task(bake("Ann", 2, q))
    bob = asyncio.create_task(bake("Bob", 3, q))
    oven = asyncio.create_task(burn())
    for order in ["rye", "oat"]:
        await q.put(order)
    print(await ann, await bob)
    try:
        await oven
    except ValueError as error:
        print(error)


asyncio.run(main())
