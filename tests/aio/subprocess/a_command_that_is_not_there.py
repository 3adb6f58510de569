# world: {"subprocess": {"ls": {"stdout": "x\n"}}}
import asyncio


async def main():
    try:
        await asyncio.create_subprocess_exec('sl', '-l', stdout=asyncio.subprocess.PIPE)
    except FileNotFoundError as error:
        print(error.errno, error.strerror, error.filename)
    process = await asyncio.create_subprocess_shell('sl -l', stderr=asyncio.subprocess.PIPE)
    print(await process.communicate(), process.returncode)


asyncio.run(main())
