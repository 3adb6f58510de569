"""What can go wrong with a request."""

__all__ = ('ClientError', 'ClientConnectionError', 'ClientOSError', 'ClientConnectorError',
           'ClientConnectorDNSError', 'ServerConnectionError', 'ServerTimeoutError',
           'ConnectionTimeoutError', 'SocketTimeoutError', 'ServerDisconnectedError',
           'ClientResponseError', 'ContentTypeError', 'TooManyRedirects', 'ClientPayloadError',
           'InvalidURL', 'InvalidUrlClientError', 'NonHttpUrlClientError')


class ClientError(Exception):
    pass


class ClientResponseError(ClientError):

    def __init__(self, request_info, history, *, status=None, message='', headers=None):
        self.request_info = request_info
        self.history = history
        self.status = 0 if status is None else status
        self.message = message
        self.headers = headers
        super().__init__(request_info, history)

    def __str__(self):
        return (f'{self.status}, message={self.message!r}, '
                f'url={str(self.request_info.real_url)!r}')

    def __repr__(self):
        args = f'{self.request_info!r}, {self.history!r}'
        if self.status:
            args += f', status={self.status!r}'
        if self.message:
            args += f', message={self.message!r}'
        return f'{type(self).__name__}({args})'


class ContentTypeError(ClientResponseError):
    pass


class TooManyRedirects(ClientResponseError):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):

    def __init__(self, connection_key, os_error):
        self._key = connection_key
        self.os_error = os_error
        super().__init__(os_error.errno, os_error.strerror)
        self.args = connection_key, os_error

    host = property(lambda self: self._key.host)
    port = property(lambda self: self._key.port)
    ssl = property(lambda self: self._key.ssl)

    def __str__(self):
        ssl = 'default' if self.ssl is True else self.ssl
        return f'Cannot connect to host {self.host}:{self.port} ssl:{ssl} [{self.strerror}]'


class ClientConnectorDNSError(ClientConnectorError):
    pass


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):

    def __init__(self, message=None):
        self.message = 'Server disconnected' if message is None else message
        super().__init__(self.message)


class ServerTimeoutError(ServerConnectionError, TimeoutError):
    pass


class ConnectionTimeoutError(ServerTimeoutError):
    pass


class SocketTimeoutError(ServerTimeoutError):
    pass


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):

    def __init__(self, url, description=None):
        self.url = url
        self.description = description
        super().__init__(*((url,) if description is None else (url, description)))

    def __str__(self):
        return f'{self.url} - {self.description}' if self.description else str(self.url)


class InvalidUrlClientError(InvalidURL):
    pass


class NonHttpUrlClientError(InvalidURL):
    pass
