import asyncio

class Watcher(asyncio.AbstractChildWatcher):
    def is_active(self):
        return 'mine'

watcher = Watcher()
asyncio.set_child_watcher(watcher)
print(asyncio.get_child_watcher().is_active())
try:
    watcher.close()
except NotImplementedError as exc:
    print(repr(exc))
try:
    with asyncio.AbstractChildWatcher():
        pass
except NotImplementedError as exc:
    print(repr(exc))
