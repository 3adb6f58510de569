import asyncio


class Thing:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args):
        print("called", self.name)

    def __del__(self):
        print("gone", self.name)


async def nothing():
    pass


def refused(name, ask):
    try:
        ask(Thing(name))
    except RuntimeError as error:
        print(name, error)


loop = asyncio.new_event_loop()
future, done = loop.create_future(), loop.create_future()
future.add_done_callback(Thing("first callback"))
future.add_done_callback(Thing("second callback"))
done.set_result(0)
loop.close()

refused("call_soon", loop.call_soon)
refused("argument", lambda thing: loop.call_soon(print, thing))
refused("call_later", lambda thing: loop.call_later(1, thing))
refused("call_at", lambda thing: loop.call_at(1, thing))
refused("call_soon_threadsafe", loop.call_soon_threadsafe)
refused("add_done_callback", done.add_done_callback)
refused("set_result", lambda thing: future.set_result(thing))
refused("create_task", lambda thing: loop.create_task(nothing()))
refused("Task", lambda thing: asyncio.Task(nothing(), loop=loop, name="never"))
print(future.done(), done)
