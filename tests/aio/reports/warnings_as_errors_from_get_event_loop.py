import asyncio
import warnings

warnings.filterwarnings('error', category=DeprecationWarning)
try:
    asyncio.get_event_loop()
except DeprecationWarning as error:
    print(error)
except RuntimeError as error:
    print('RuntimeError', error)
