import asyncio


async def main():
    fut = asyncio.get_running_loop().create_future()
    for function in [str] + [id] * 5:
        fut.add_done_callback(function)

    class Removing:
        def __eq__(self, other):
            fut.remove_done_callback(id)
            return False

    print(fut.remove_done_callback(Removing()))

    class Fut(asyncio.Future):
        added = 0

        def add_done_callback(self, *args, **kwargs):
            self.added += 1
            super().add_done_callback(*args, **kwargs)

    own = Fut()
    asyncio.get_running_loop().call_later(1, lambda: own.set_result('done'))
    print(await own, own.added)
    bare = asyncio.Future.__new__(asyncio.Future)
    for call in (bare.result, bare.cancel, bare.get_loop):
        try:
            call()
        except Exception as e:
            print(repr(e))


asyncio.run(main())
