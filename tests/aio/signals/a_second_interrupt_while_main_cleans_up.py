import asyncio
import signal

async def worker():
    try:
        await asyncio.sleep(100)
    finally:
        print('cleanup')
        await asyncio.sleep(1)
        print('cleaned')

async def agen():
    try:
        yield 1
        yield 2
    finally:
        print('agen closing')
        await asyncio.sleep(1)
        print('agen closed')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, signal.raise_signal, signal.SIGINT)
    w = asyncio.create_task(worker())
    g = agen()
    await anext(g)
    try:
        await asyncio.sleep(50)
    except asyncio.CancelledError:
        print('main cancelled', loop.time())
        loop.call_later(0.25, signal.raise_signal, signal.SIGINT)
        await asyncio.sleep(1)
        print('never')

try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print('interrupted', error.args)
