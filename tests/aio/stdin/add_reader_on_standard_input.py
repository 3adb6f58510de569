# world: {"stdin": [{"at": 1, "text": "x\n"}, {"at": 2, "text": "y\n"}]}
import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def readable():
        line = sys.stdin.readline()
        print(loop.time(), repr(line))
        if not line:
            loop.remove_reader(sys.stdin)
            done.set_result('end')

    loop.add_reader(sys.stdin, readable)
    print(await done)
    print(loop.remove_reader(sys.stdin))


asyncio.run(main())
