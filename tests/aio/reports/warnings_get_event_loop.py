import asyncio
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    try:
        loop = asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)
    else:
        loop.close()
print([(one.category.__name__, str(one.message)) for one in caught])
