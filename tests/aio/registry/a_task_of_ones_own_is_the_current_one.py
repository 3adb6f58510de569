import asyncio
from asyncio import tasks


class Own:
    def __repr__(self):
        return '<own>'


loop = asyncio.new_event_loop()
first, second = Own(), 'another'
print(asyncio.current_task(loop))
tasks._enter_task(loop, first)
print(asyncio.current_task(loop))
for call in (lambda: tasks._enter_task(loop, second), lambda: tasks._leave_task(loop, second)):
    try:
        call()
    except RuntimeError as error:
        print(error)
tasks._leave_task(loop, first)
print(asyncio.current_task(loop))
try:
    tasks._leave_task(loop, first)
except RuntimeError as error:
    print(error)
print(tasks._swap_current_task(loop, first), tasks._swap_current_task(loop, None))
print(asyncio.current_task(loop))
loop.close()
