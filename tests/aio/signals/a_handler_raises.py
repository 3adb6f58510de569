# world: {"signals": [{"at": 2, "signal": "SIGALRM"}]}
import asyncio
import signal


class Alarm(Exception):
    pass


def handler(number, frame):
    raise Alarm(number)


signal.signal(signal.SIGALRM, handler)


async def main():
    try:
        await asyncio.sleep(5)
    finally:
        print('finally')


try:
    asyncio.run(main())
except Alarm as error:
    print('alarm', error, error.args[0] == signal.SIGALRM)
