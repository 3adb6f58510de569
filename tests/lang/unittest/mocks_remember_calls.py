from unittest.mock import ANY, Mock, call, sentinel

m = Mock(name='shop')
m.sell('tea', count=2)
m.till.open().add(3)
print(m.mock_calls)
print(m.method_calls, m.sell.call_args, m.sell.call_count, m.called)
m.sell.assert_called_once_with('tea', count=ANY)
m.assert_has_calls([call.till.open(), call.till.open().add(3)])
for check, args in ((m.sell.assert_called_with, ('milk',)), (m.sell.assert_not_called, ()),
                    (m.buy.assert_called, ()), (m.sell.assert_any_call, (1,)),
                    (m.assert_has_calls, ([call.buy()],))):
    try:
        check(*args)
    except AssertionError as e:
        print(e)
for name in ('assert_caled', 'called_once_with', '__enter__'):
    try:
        getattr(m, name)
    except AttributeError as e:
        print(e)
m.reset_mock()
print(m.mock_calls, sentinel.a is sentinel.a, sentinel.a)
