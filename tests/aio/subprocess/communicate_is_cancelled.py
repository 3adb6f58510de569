# world: {"subprocess": {"slow": {"after": 60, "stdout": "never seen\n"}}}
import asyncio


async def main():
    process = await asyncio.create_subprocess_exec('slow', stdout=asyncio.subprocess.PIPE)
    try:
        async with asyncio.timeout(2):
            await process.communicate()
    except TimeoutError:
        print('too slow')
        process.kill()
    print(await process.communicate(), process.returncode)


asyncio.run(main())
