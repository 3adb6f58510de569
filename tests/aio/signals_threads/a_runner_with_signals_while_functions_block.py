import asyncio
import signal
import time

def block(n):
    time.sleep(n)
    print('blocked', n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, 'term')
    loop.call_later(1, signal.raise_signal, signal.SIGTERM)
    loop.call_later(2, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.gather(loop.run_in_executor(None, block, 3), loop.run_in_executor(None, block, 1.5))
    except asyncio.CancelledError:
        print('cancelled', asyncio.current_task().cancelling(), loop.time())
        await asyncio.sleep(0.5)
        raise
    finally:
        print('finally', loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))

with asyncio.Runner() as runner:
    try:
        runner.run(main())
    except KeyboardInterrupt as error:
        print('interrupted', repr(error.__context__))
    async def second():
        print('second', asyncio.current_task().get_name())
        signal.raise_signal(signal.SIGINT)
        print('still here')
        await asyncio.sleep(0)
        print('never')
    try:
        runner.run(second())
    except KeyboardInterrupt:
        print('again')
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
