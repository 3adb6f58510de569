import asyncio

async def tell(name):
    for n in range(2):
        await asyncio.sleep(1)
        print(name, n, asyncio.get_running_loop().time())

first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
first.run_until_complete(tell('first'))
second.run_until_complete(tell('second'))
first.run_until_complete(tell('first again'))
task = second.create_task(tell('unfinished'))
second.call_later(1.5, second.stop)
second.run_forever()
print(task)
second.run_until_complete(task)
first.close()
second.close()
