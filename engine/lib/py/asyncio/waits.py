"""What futures that the world outside resolves stand for on the stage: numbers known to the engine,
and the name of the other side."""

READ, DRAIN, CONNECT, REPLY, PROCESS, CLOSE = range(20, 26)


def stands_for(future, what, name):
    if isinstance(name, str):  # a transport of the program's own has none
        future._stands_for(what, name)
    return future


def other_end(transport):
    return getattr(transport, '_other_end', None)


def place(address):
    """A host with its port, or the name of a pipe."""
    if isinstance(address, tuple) and len(address) >= 2:
        import _world
        return f'{_world.name_of(address[0])}:{address[1]}'
    return str(address)


def command(words):
    return ' '.join(words) if not isinstance(words, str) else words
