import asyncio
import threading


def other(loop, seen):
    for name in ('call_soon', 'call_soon_threadsafe'):
        try:
            getattr(loop, name)(print, name)
        except RuntimeError as error:
            seen.append(str(error))
    try:
        loop.call_later(1, print)
    except RuntimeError as error:
        seen.append(str(error))


async def main():
    seen = []
    thread = threading.Thread(target=other, args=(asyncio.get_running_loop(), seen))
    thread.start()
    await asyncio.sleep(0.1)
    print(seen)


asyncio.run(main(), debug=True)
