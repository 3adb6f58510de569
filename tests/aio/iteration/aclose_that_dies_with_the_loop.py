# The program stops the loop while it shuts down its generators: what is ready then never runs.
import asyncio

kept = []


async def slow():
    await asyncio.sleep(1)
    yield 1


async def stops():
    generator = slow()
    await anext(generator)
    asyncio.get_running_loop().stop()


async def main():
    task = asyncio.create_task(stops())
    kept.append(slow())
    print(await anext(kept[0]))


asyncio.run(main())
