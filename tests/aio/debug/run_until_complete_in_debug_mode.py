import asyncio


async def main():
    return 'ok'


loop = asyncio.new_event_loop()
loop.set_debug(True)
print(loop.run_until_complete(main()))
handle = loop.call_soon(print, 1)
print(handle)
loop.close()
print(loop)
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
