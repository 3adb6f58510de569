# world: {"hosts": {"10.9.9.1:1": {"latency": 0.2, "error": "refused"}, "10.9.9.2:1": {"error": "timeout"}}}
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for host in ('10.9.9.1', '10.9.9.2', '10.9.9.3'):
        began = loop.time()
        try:
            await asyncio.open_connection(host, 1)
        except OSError as error:
            print(round(loop.time() - began, 3), repr(error))


asyncio.run(main())
