from unittest import mock


def load():
    with open('data.txt') as f:
        return f.read()


with mock.patch('builtins.open', mock.mock_open(read_data='hello')) as opened:
    print(load())
opened.assert_called_once_with('data.txt')
with mock.patch('builtins.print') as hidden:
    print('hidden')
print(hidden.call_args)
