"""unittest.mock: objects that stand in for others, and patch()."""

from ._mock_async import AsyncMock, AsyncMockMixin
from ._mock_call import ANY, DEFAULT, _Call, _CallList, call, sentinel
from ._mock_core import CallableMixin, Mock, NonCallableMock, is_mock
from ._mock_magic import MagicMock, MagicMixin, NonCallableMagicMock
from ._mock_patch import patch
from ._mock_spec import PropertyMock, create_autospec, mock_open, seal

FILTER_DIR = True

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec',
           'AsyncMock', 'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open',
           'PropertyMock', 'seal')
