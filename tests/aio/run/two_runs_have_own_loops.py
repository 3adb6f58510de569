import asyncio

loops = []


async def main():
    loops.append(asyncio.get_running_loop())
    await asyncio.sleep(1)
    return loops[-1].time()


print(asyncio.run(main()), asyncio.run(main()))
print(loops[0] is loops[1], loops[0].is_closed())
