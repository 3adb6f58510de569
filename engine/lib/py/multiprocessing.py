"""How many processors there are. Programs run in one process: their executors use threads."""

from os import cpu_count

__all__ = ['cpu_count', 'freeze_support']


def freeze_support():
    pass


def _refuse(name):
    def refused(*args, **kwargs):
        raise NotImplementedError(f'Coroscope does not run multiprocessing.{name}(): use '
                                  'concurrent.futures.ProcessPoolExecutor')

    refused.__name__ = refused.__qualname__ = name
    return refused


for _name in ('Process', 'Pool', 'Queue', 'Pipe', 'Lock', 'Event', 'Manager', 'Value', 'Array'):
    globals()[_name] = _refuse(_name)
del _name
