"""Which names of special methods mocks know."""


def _magic(words):
    return {f'__{word}__' for word in words.split()}


_NUMBER = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'

# MagicMock has these from the start.
DEFAULT_MAGICS = (
    _magic('lt gt le ge eq ne getitem setitem delitem len contains iter hash str sizeof '
           'enter exit divmod rdivmod neg pos abs invert complex int float index '
           'round trunc floor ceil bool next fspath') |
    _magic(_NUMBER) |
    _magic(' '.join(f'i{word} r{word}' for word in _NUMBER.split())))

# These can be set.
_SETTABLE = _magic('get set delete reversed missing reduce reduce_ex getinitargs getnewargs '
                   'getstate setstate getformat repr dir subclasses format getnewargs_ex')

ASYNC_METHOD_MAGICS = _magic('aenter aexit anext')
ASYNC_MAGICS = ASYNC_METHOD_MAGICS | {'__aiter__'}
SYNC_MAGICS = DEFAULT_MAGICS | _SETTABLE
SUPPORTED_MAGICS = DEFAULT_MAGICS | ASYNC_MAGICS
ALL_MAGICS = SYNC_MAGICS | ASYNC_MAGICS

UNSUPPORTED = _magic('getattr setattr init new prepare instancecheck subclasscheck del')

# Looked up on a mock these are slips of the pen.
DENIED = {'called_once', 'called_once_with', 'called_with', 'any_call', 'has_calls', 'not_called',
          'has_awaits', 'awaited_with', 'awaited_once_with', 'any_await', 'not_awaited',
          'awaited_once', 'awaited'}


def is_magic(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__'
