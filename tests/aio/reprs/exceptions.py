import asyncio

print(repr(asyncio.CancelledError()), repr(asyncio.CancelledError('why')), repr(asyncio.TimeoutError()), repr(asyncio.QueueEmpty()), repr(asyncio.InvalidStateError('state')))
print(asyncio.CancelledError, asyncio.TimeoutError, asyncio.QueueFull, asyncio.InvalidStateError)
print(asyncio.CancelledError.__module__, asyncio.Task.__module__, asyncio.Queue.__module__, asyncio.FIRST_COMPLETED, asyncio.ALL_COMPLETED, asyncio.FIRST_EXCEPTION)
