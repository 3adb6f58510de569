import asyncio

async def main():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(1)
    print('never')

try:
    asyncio.run(main())
except RuntimeError as exc:
    print(exc)
loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as exc:
    print(exc)
loop.call_soon(future.set_result, 3)
print(loop.run_until_complete(future))
loop.close()
