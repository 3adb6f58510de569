"""Coroscope's simulation of the client of aiohttp, written for lessons. Its requests go nowhere:
the lesson's world answers them, after the time that stands there, as a whole. Names, exceptions and
texts are those that programs use; connections, encodings and the server are not there."""

from .client import (BaseConnector, ClientSession, ClientTimeout, TCPConnector, request)
from .client_exceptions import *
from .client_reqrep import ClientResponse, RequestInfo

__version__ = '3.11.0'
__all__ = ('BaseConnector', 'ClientSession', 'ClientTimeout', 'TCPConnector', 'request',
           'ClientResponse', 'RequestInfo', 'BasicAuth', 'FormData') + client_exceptions.__all__


class BasicAuth:
    def __init__(self, login, password='', encoding='latin1'):
        self.login, self.password, self.encoding = login, password, encoding


class FormData:
    def __init__(self, fields=()):
        self._fields = list(fields.items() if hasattr(fields, 'items') else fields)

    def add_field(self, name, value, **options):
        self._fields.append((name, value))
