import asyncio


class Mark:
    def __del__(self):
        print('gone')


def fails():
    raise KeyError('fails')


async def main():
    mark = Mark()
    try:
        await asyncio.get_running_loop().run_in_executor(None, fails)
    except KeyError as error:
        print(repr(error))


asyncio.run(main())
print('end')
