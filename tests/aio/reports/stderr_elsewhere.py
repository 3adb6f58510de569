import asyncio
import contextlib
import io


def bad():
    raise ValueError('bad')


async def main():
    text = io.StringIO()
    with contextlib.redirect_stderr(text):
        asyncio.get_running_loop().call_soon(bad)
        await asyncio.sleep(0)
    print(text.getvalue().splitlines()[0])
    print(text.getvalue().splitlines()[-1])


asyncio.run(main())
