import asyncio
import warnings


async def nobody():
    pass


def show(message, category, filename, lineno, file=None, line=None):
    print('shown:', category.__name__, message, lineno)


warnings.showwarning = show


async def main():
    nobody()


asyncio.run(main())
asyncio.get_event_loop_policy()
