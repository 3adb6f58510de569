from unittest.mock import MagicMock, Mock

m = MagicMock()
print(len(m), list(m), int(m), bool(m), 3 in m, m == m, m == 3, m != m)
m.__len__.return_value = 4
m.__iter__.return_value = [1, 2]
m.__getitem__.side_effect = lambda key: key * 2
print(len(m), list(m), m['ab'])
with m as entered:
    print(entered is m.__enter__.return_value)
m.__exit__.assert_called_once_with(None, None, None)
for wrong in (lambda: m < 3, lambda: len(Mock()), lambda: len(MagicMock(spec=['a']))):
    try:
        wrong()
    except TypeError as e:
        print(e)
plain = Mock()
plain.__add__ = lambda self, other: f'plus {other}'
print(plain + 5)
