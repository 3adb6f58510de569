import asyncio
import weakref


class Note:
    def __init__(self, text):
        self.text = text

    def read(self):
        print(self.text)


loop = asyncio.new_event_loop()
first, second, third = Note("first"), Note("second"), Note("third")
kept = loop.call_soon(first.read)
loop.call_soon(second.read)
timer = loop.call_later(1, print, "timer")
loop.call_later(2, third.read)
for name in ("second", "third"):
    weakref.finalize(globals()[name], print, name, "is gone")
del second, third
print("closing")
loop.close()
print("closed", kept, timer)
first = None
print(kept._callback.__self__.text)
