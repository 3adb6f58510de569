import asyncio
from unittest import mock


class Like:
    _asyncio_future_blocking = False


class Claims:
    __class__ = asyncio.Future
    _asyncio_future_blocking = None


for thing in (Like(), Like, Claims(), mock.Mock(), mock.Mock(asyncio.Future),
              mock.Mock(spec=asyncio.Task), asyncio.Future, 1, None):
    print(asyncio.isfuture(thing))
