# world: {"signals": [{"at": 1.5, "signal": "SIGINT"}]}
import asyncio


async def main():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        print('cancelled', asyncio.current_task().cancelling(), repr(error))
        raise
    finally:
        print('clean-up')


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print(repr(error), repr(error.__context__))
