import asyncio


async def waits():
    await asyncio.sleep(1)


def start():
    asyncio.get_running_loop().create_task(waits())


async def main():
    start()


loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.run_until_complete(main())
loop.close()
print('closed')
