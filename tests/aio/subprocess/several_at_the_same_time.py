# world: {"subprocess": {"job 1": {"after": 3, "stdout": "three\n"}, "job 2": {"after": 1, "stdout": "one\n"}, "job 3": {"after": 2, "returncode": 1}}}
import asyncio


async def run(number):
    process = await asyncio.create_subprocess_shell(f'job {number}', stdout=asyncio.subprocess.PIPE)
    stdout, _ = await process.communicate()
    print(asyncio.get_running_loop().time(), number, stdout, process.returncode)
    return process.returncode


async def main():
    print(await asyncio.gather(*[run(number) for number in (1, 2, 3)]))


asyncio.run(main())
