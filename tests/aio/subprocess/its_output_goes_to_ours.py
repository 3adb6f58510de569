# world: {"subprocess": {"echo hi": {"after": 0.5, "stdout": "hi\n"}}}
import asyncio


async def main():
    print('before')
    process = await asyncio.create_subprocess_exec('echo', 'hi')
    await process.wait()
    print('after', process.returncode)
    process = await asyncio.create_subprocess_exec('echo', 'hi', stdout=asyncio.subprocess.DEVNULL)
    print(await process.wait())


asyncio.run(main())
