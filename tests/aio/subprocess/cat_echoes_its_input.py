# world: {"subprocess": {"cat": {"echo": true}}}
import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    process.stdin.write(b'first\n')
    await process.stdin.drain()
    print(await process.stdout.readline())
    print(await process.communicate(b'second'))
    print(process.returncode)


asyncio.run(main())
