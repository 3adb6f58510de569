"""The socket of a transport, for looking at."""


class TransportSocket:
    __slots__ = ('_sock',)

    family = property(lambda self: self._sock.family)
    type = property(lambda self: self._sock.type)
    proto = property(lambda self: self._sock.proto)

    def __init__(self, sock):
        self._sock = sock

    def __repr__(self):
        text = (f'<asyncio.TransportSocket fd={self.fileno()}, family={self.family!s}, '
                f'type={self.type!s}, proto={self.proto}')
        if self.fileno() != -1:
            for name, address in (('laddr', self._sock.local), ('raddr', self._sock.remote)):
                if address:
                    text += f', {name}={address}'
        return text + '>'

    def fileno(self):
        return self._sock.fileno()

    def getsockname(self):
        return self._sock.getsockname()

    def getpeername(self):
        return self._sock.getpeername()

    def getsockopt(self, *args):
        return self._sock.getsockopt(*args)

    def setsockopt(self, *args):
        self._sock.setsockopt(*args)

    def gettimeout(self):
        return 0

    def settimeout(self, value):
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def setblocking(self, flag):
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')
