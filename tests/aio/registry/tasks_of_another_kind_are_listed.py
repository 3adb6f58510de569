import asyncio
from asyncio import tasks


class Own:
    def __init__(self, loop, over=False):
        self._loop = loop
        self.over = over

    def get_coro(self):
        return None

    def done(self):
        return self.over

    def __repr__(self):
        return '<own>'


async def main():
    loop = asyncio.get_running_loop()
    own, over, far = Own(loop), Own(loop, True), Own(None)
    for one in (own, over, far):
        tasks._register_task(one)
    print(len(asyncio.all_tasks()), own in asyncio.all_tasks(), over in asyncio.all_tasks())
    own = None
    print(len(asyncio.all_tasks()))
    tasks._unregister_task(over)
    tasks._unregister_task(asyncio.current_task())
    print(asyncio.all_tasks())
    tasks._register_task(asyncio.current_task())
    print(len(asyncio.all_tasks()))


asyncio.run(main())
