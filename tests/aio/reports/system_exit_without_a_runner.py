import asyncio


async def leaves():
    raise SystemExit(4)


loop = asyncio.new_event_loop()
task = loop.create_task(leaves())
try:
    loop.run_until_complete(asyncio.sleep(1))
except SystemExit as error:
    print('exit', error.code, task.done())
loop.close()
