import asyncio

class Stop(BaseException):
    pass

def bang(kind):
    raise kind('bang')

async def base():
    await asyncio.sleep(1)
    raise Stop('task')

loop = asyncio.new_event_loop()
loop.call_soon(bang, Stop)
loop.call_soon(print, 'after bang')
try:
    loop.run_forever()
except Stop as error:
    print('no', error)
except BaseException as error:
    print(repr(error))
