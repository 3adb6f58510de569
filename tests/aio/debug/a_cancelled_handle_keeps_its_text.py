import asyncio


def ring(times):
    pass


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(ring, 2)
    later = loop.call_later(1, ring, 3)
    soon.cancel()
    later.cancel()
    print(soon)
    print(later)
    loop.set_debug(False)
    plain = loop.call_soon(ring, 2)
    print(plain)
    plain.cancel()
    print(plain)


asyncio.run(main(), debug=True)
