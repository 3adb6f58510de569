import asyncio

async def main():
    task = asyncio.create_task(asyncio.sleep(1, 'once'))
    done = asyncio.get_running_loop().create_future()
    done.set_result('done')
    for one in asyncio.as_completed([task, done, task, done]):
        print(await one)

asyncio.run(main())
