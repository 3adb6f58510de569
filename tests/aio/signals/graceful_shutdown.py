# world: {"signals": [{"at": 2.5, "signal": "SIGTERM"}]}
import asyncio
import signal


async def worker(n):
    try:
        while True:
            await asyncio.sleep(1)
            print('worker', n, 'ticks')
    finally:
        print('worker', n, 'cleans up')


async def shutdown(name):
    print('received', name)
    tasks = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    asyncio.get_running_loop().stop()


loop = asyncio.new_event_loop()
for number in (signal.SIGTERM, signal.SIGINT):
    loop.add_signal_handler(number, lambda n=number: loop.create_task(shutdown(n.name)))
for n in range(2):
    loop.create_task(worker(n))
loop.run_forever()
loop.close()
print('closed', signal.getsignal(signal.SIGINT))
