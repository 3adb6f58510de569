# Its loop was to close it, and does nothing any more.
import asyncio
kept = []
async def g():
    try:
        yield 1
    finally:
        print('closing')
async def main():
    kept.append(g())
    await anext(kept[0])
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
kept.clear()
print('end')
