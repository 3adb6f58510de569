"""What asyncio has and Coroscope does not: refused by name, with the reason, when it is called."""

_TLS = 'there is no TLS: its hosts speak in the open'
_UNIX = 'there are no files and so no Unix sockets: use a host and a port'
_DATAGRAMS = 'there are no datagrams: use open_connection() and start_server()'
_SOCKETS = ('programs have no sockets of their own: use open_connection(), start_server() or '
            'transports')
_FILES = 'there are no files'
_PROCESSES = 'subprocesses are those of the lesson\'s world, and need no watcher'

_REASONS = {
    'start_tls': _TLS, 'create_unix_connection': _UNIX, 'create_unix_server': _UNIX,
    'create_datagram_endpoint': _DATAGRAMS, 'sendfile': _FILES,
    'getnameinfo': 'hosts are known by the names in the lesson\'s world only',
    'add_child_handler': _PROCESSES, 'remove_child_handler': _PROCESSES,
}


def refuse(name, prefix='asyncio.'):
    def refused(*args, **kwargs):
        raise NotImplementedError(f'Coroscope does not offer {prefix}{name}(): '
                                  f'{_REASONS.get(name, _SOCKETS)}')

    refused.__name__ = refused.__qualname__ = name
    return refused
