from unittest.mock import MagicMock, call

mock = MagicMock()
mock.reader.read(1, size=2)
mock[0]
len(mock)
3 in mock
print(mock.mock_calls)
print(mock.mock_calls == [call.reader.read(1, size=2), call.__getitem__(0), call.__len__(), call.__contains__(3)])
print(call.count(1), call.index, call.__add__(2), call.args, call(1).args, len(call(1, 2)))
