import asyncio
async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print("Task %s: Compute factorial(%s)..." % (name, i))
        await asyncio.sleep(1)
        f *= i
    print("Task %s: factorial(%s) = %s" % (name, number, f))
loop = asyncio.get_event_loop()
tasks = [asyncio.ensure_future(factorial("A", 2)), asyncio.ensure_future(factorial("B", 3))]
loop.run_until_complete(asyncio.gather(*tasks))
loop.close()
try:
    asyncio.async_(1)
except AttributeError as e:
    print(e)
try:
    loop.run_until_complete(factorial("C", 1))
except RuntimeError as e:
    print(e)
asyncio.get_event_loop()
