import asyncio


async def waits(ring, number):
    await ring[number]


async def main():
    ring = []
    ring += [asyncio.create_task(waits(ring, 1)), asyncio.create_task(waits(ring, 0))]
    await asyncio.sleep(0.5)
    try:
        ring[0].cancel('round')
    except RecursionError as error:
        print(error)
    counts = [task.cancelling() for task in ring]
    print(counts[0] - counts[1] in (0, 1), sum(counts) > 9000)
    print([task.done() for task in ring])
    while ring[0].cancelling():
        ring[0].uncancel()
    print(ring[0].cancelling(), ring[1].cancelling() > 4000)
    raise SystemExit

try:
    asyncio.run(main())
except BaseException as error:
    print(type(error).__name__)
