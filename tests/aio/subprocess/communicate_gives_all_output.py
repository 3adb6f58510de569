# world: {"subprocess": {"ls -l /data": {"after": 0.5, "stdout": "a.txt\nb.txt\n", "stderr": "one warning\n", "returncode": 3}}}
import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec('ls', '-l', '/data', stdout=PIPE, stderr=PIPE)
    print(process.returncode, process.stdin)
    stdout, stderr = await process.communicate()
    print(asyncio.get_running_loop().time(), process.returncode)
    print(stdout.decode(), stderr)


asyncio.run(main())
