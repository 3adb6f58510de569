"""Coroscope's asyncio: what consists of coroutines. Futures, tasks and the loop are in C."""

from .exceptions import *
from .events import *
from .futures import *
from .coroutines import *
from .tasks import *
from .taskgroups import *
from .threads import *
from .locks import *
from .queues import *
from .timeouts import *
from .runners import *
from .base_events import *
from .unix_events import *
from .protocols import *
from .transports import *
from .streams import *
from .subprocess import *
from .server import AbstractServer, Server
