import asyncio


def deeper(times, make):
    return deeper(times - 1, make) if times else make()


def fail(what):
    raise ValueError(what)


async def main():
    loop = asyncio.get_running_loop()
    ways = {
        "call_later": lambda: loop.call_later(0, fail, "call_later"),
        "call_at": lambda: loop.call_at(loop.time(), fail, "call_at"),
        "call_soon": lambda: loop.call_soon(fail, "call_soon"),
        "call_soon_threadsafe": lambda: loop.call_soon_threadsafe(fail, "call_soon_threadsafe"),
    }
    for times in (0, 2, 9):
        for name, make in ways.items():
            places = deeper(times, make)._source_traceback
            print(times, name, len(places), [place.name for place in places])
    await asyncio.sleep(0.1)


asyncio.run(main(), debug=True)
