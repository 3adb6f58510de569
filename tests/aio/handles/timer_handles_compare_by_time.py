import asyncio

async def main():
    loop = asyncio.get_running_loop()
    early, late = loop.call_at(1, print, 'early'), loop.call_at(2, print, 'late')
    print(early < late, late < early, early > late, early <= late, early >= late)
    print(early == late, early != late, early == early, early == 1, hash(early) == hash(late))
    print(sorted([late, early])[0] is early)
    late.cancel()
    await asyncio.sleep(3)

asyncio.run(main())
