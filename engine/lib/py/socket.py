"""Names, addresses and errors. There are no sockets: connections are asyncio's streams."""

import _world
from enum import IntEnum

error = OSError
timeout = TimeoutError
has_ipv6 = False


class herror(OSError):
    pass


class gaierror(OSError):
    pass


class AddressFamily(IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2


AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = AddressFamily
SOCK_STREAM, SOCK_DGRAM = SocketKind
IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP = 0, 6, 17
SOL_SOCKET, SO_REUSEADDR, SO_ERROR, SO_KEEPALIVE, TCP_NODELAY = 1, 2, 4, 9, 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST = 1, 2, 4
EAI_NONAME = -2
INADDR_ANY = 0
SOMAXCONN = 4096


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if host is None:
        host = '0.0.0.0' if flags & AI_PASSIVE else '127.0.0.1'
    address = _world.resolve(host)
    if address is None:
        exc = gaierror(EAI_NONAME, 'Name or service not known')
        exc.add_note(f'Coroscope knows localhost and the hosts of the lesson\'s world; {host!r} is '
                     'not among them.')
        raise exc
    return [(AF_INET, SOCK_STREAM, IPPROTO_TCP, '', (address, int(port or 0)))]


def gethostname():
    return 'lesson'


def getfqdn(name=''):
    return name or gethostname()


def gethostbyname(hostname):
    return getaddrinfo(hostname, None)[0][4][0]


def inet_aton(ip_string):
    if not _world.is_address(ip_string):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes(int(part) for part in ip_string.split('.'))


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f'Coroscope has no {name}: connect with asyncio.open_connection() '
                                  'to a host of the lesson\'s world, or to a server of the program')

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


socket = _refused('socket.socket()')
socketpair = _refused('socket.socketpair()')
create_connection = _refused('socket.create_connection()')
create_server = _refused('socket.create_server()')

__all__ = (
    'getfqdn create_connection create_server AddressFamily SocketKind AF_INET AF_INET6 AF_UNIX '
    'AF_UNSPEC AI_CANONNAME AI_NUMERICHOST AI_PASSIVE EAI_NONAME INADDR_ANY IPPROTO_IP '
    'IPPROTO_TCP IPPROTO_UDP SHUT_RD SHUT_RDWR SHUT_WR SOCK_DGRAM SOCK_STREAM SOL_SOCKET '
    'SOMAXCONN SO_ERROR SO_KEEPALIVE SO_REUSEADDR TCP_NODELAY error gaierror getaddrinfo '
    'gethostbyname gethostname has_ipv6 herror inet_aton socket socketpair timeout').split()
