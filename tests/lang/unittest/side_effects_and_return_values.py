from unittest.mock import DEFAULT, Mock, PropertyMock, create_autospec, seal

m = Mock(side_effect=[1, KeyError('gone'), 3], return_value=9)
for _ in range(4):
    try:
        print(m())
    except (KeyError, StopIteration) as e:
        print(repr(e))
m.side_effect = lambda x: DEFAULT if x else 'none'
print(m(0), m(1))
print(Mock(**{'a.b.return_value': 4}).a.b(), Mock(wraps=len)('abc'))


class Till:
    def add(self, amount, coin=None):
        pass


spec = create_autospec(Till)
till = spec()
till.add(1, coin='x')
for wrong in (lambda: till.add(), lambda: till.take, lambda: Mock(spec=Till).take,
              lambda: spec(5)):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(isinstance(Mock(spec=Till), Till))
m = Mock()
m.a
seal(m)
try:
    m.b
except AttributeError as e:
    print(e)


class Shop:
    pass


Shop.open = PropertyMock(return_value=True)
print(Shop().open, Shop.__dict__['open'].call_count)
