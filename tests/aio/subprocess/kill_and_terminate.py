# world: {"subprocess": {"sleep 100": {"after": 100}}}
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for end in ('kill', 'terminate'):
        process = await asyncio.create_subprocess_exec('sleep', '100')
        try:
            await asyncio.wait_for(process.wait(), 1)
        except TimeoutError:
            print(loop.time(), end)
            getattr(process, end)()
        print(await process.wait(), process.returncode, loop.time())
    try:
        process.kill()
    except ProcessLookupError as error:
        print('it is gone', repr(error))


asyncio.run(main())
