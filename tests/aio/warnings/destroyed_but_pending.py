import asyncio


async def w(f):
    try:
        await f
    finally:
        print('w fin')


loop = asyncio.new_event_loop()


async def main():
    f = loop.create_future()
    t = loop.create_task(w(f))
    await asyncio.sleep(0)
    print('dropping')
    del f
    t = None
    print('dropped')
    await asyncio.sleep(0)


loop.run_until_complete(main())
x = loop.create_task(asyncio.sleep(5), name='never run')
loop.close()
print('closed')
x = None
print('end')
