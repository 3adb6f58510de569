"""The logger that asyncio's reports go to."""

import logging

logger = logging.getLogger('asyncio')
