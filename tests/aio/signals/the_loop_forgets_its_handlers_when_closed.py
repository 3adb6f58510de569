import asyncio
import signal

loop = asyncio.new_event_loop()
loop.add_signal_handler(signal.SIGINT, print)
loop.add_signal_handler(signal.SIGTERM, print)
print(signal.getsignal(signal.SIGTERM).__name__)
loop.close()
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(repr(signal.getsignal(signal.SIGTERM)))
