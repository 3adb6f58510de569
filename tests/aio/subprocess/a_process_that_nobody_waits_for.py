# world: {"subprocess": {"daemon": {"after": 60}}}
import asyncio


async def main():
    process = await asyncio.create_subprocess_exec('daemon')
    print(process.returncode)
    await asyncio.sleep(1)


asyncio.run(main())
print('end')
