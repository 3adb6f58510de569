import asyncio
import time

def shrink(name, secs):
    time.sleep(secs)
    return f"{name} is small"

async def photo(name, secs):
    print(await asyncio.to_thread(
        shrink, name, secs))

async def report():
    await asyncio.sleep(0.3)
    print("report: begin")
    time.sleep(0.9)
    print("report: end")

async def beat():
    for n in range(4):
        await asyncio.sleep(0.3)
        print("beat")

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.6, print, "lunch")
    await asyncio.gather(
        report(), beat(), beat(),
        photo("cat", 0.7), photo("dog", 1.0))

asyncio.run(main())
