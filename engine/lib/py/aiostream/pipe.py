"""The operators for use after `|`."""

from . import stream as _stream

for _name in dir(_stream):
    _pipe = getattr(getattr(_stream, _name), 'pipe', None)
    if _pipe is not None:
        globals()[_name] = _pipe
del _name, _pipe
