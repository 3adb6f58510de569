"""Coroscope's asyncio: what consists of coroutines. Futures, tasks and the loop are in C."""

from .later import *  # first: what is there takes the place of what is refused
from .exceptions import *
from .events import *
from .futures import *
from .coroutines import *
from .tasks import *
from .locks import *
from .queues import *
from .timeouts import *
from .runners import *
from .base_events import *
from .unix_events import *
