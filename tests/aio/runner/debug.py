import asyncio

async def main():
    return asyncio.get_running_loop().get_debug()

for debug in (None, True, False):
    with asyncio.Runner(debug=debug) as runner:
        print(debug, runner.run(main()))
    print(asyncio.run(main(), debug=debug))
for bad in ({'main': 1}, {'foo': 2}):
    try:
        asyncio.Runner(**bad)
    except TypeError as exc:
        print(exc)
