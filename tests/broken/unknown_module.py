import asyncio
import numpy
