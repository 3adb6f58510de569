# world: {"subprocess": {"build all": {"output": [{"after": 1, "text": "compiling\n"}, {"after": 1, "text": "linking\n"}, {"text": "hm\n", "to": "stderr"}], "after": 0.5}}}
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    process = await asyncio.create_subprocess_exec(
        'build', 'all', stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
    async for line in process.stdout:
        print(loop.time(), line)
    print(loop.time(), await process.wait(), loop.time())


asyncio.run(main())
