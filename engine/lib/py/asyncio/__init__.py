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

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ +
           futures.__all__ + locks.__all__ + protocols.__all__ + runners.__all__ + queues.__all__ +
           streams.__all__ + subprocess.__all__ + tasks.__all__ + taskgroups.__all__ +
           threads.__all__ + timeouts.__all__ + transports.__all__ + unix_events.__all__)
