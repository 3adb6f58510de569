"""Threads are joined by those who start them."""


def threading_setup():
    return ()


def threading_cleanup(*before):
    pass


def requires_working_threading(*, module=False):
    if not module:
        return lambda test: test
