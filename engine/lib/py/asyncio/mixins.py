"""What queues, locks and events share."""

from _asyncio import _Primitive, get_running_loop


class _LoopBoundMixin(_Primitive):
    _loop = None

    def _get_loop(self):
        loop = get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return loop
