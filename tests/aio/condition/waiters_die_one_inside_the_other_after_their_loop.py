import asyncio


async def wait_for_news(condition, name):
    async with condition:
        print(name, "waits")
        await condition.wait()


async def begin():
    condition = asyncio.Condition()
    for name in ("ann", "bob", "cid"):
        crowd.append(asyncio.create_task(wait_for_news(condition, name), name=name))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    loop.stop()  # before the one that was notified runs


crowd = []
loop = asyncio.new_event_loop()
first = loop.create_task(begin())
loop.run_forever()
loop.close()
print("closed")
crowd.clear()
print("end")
