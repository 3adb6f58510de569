import asyncio
import warnings

warnings.simplefilter('always')
loop = asyncio.new_event_loop()
print(loop.is_closed())
loop = None
print('gone')
