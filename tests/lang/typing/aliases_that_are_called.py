import re
import typing

for call in (lambda: typing.List[int](), lambda: typing.Dict[str, int](a=1), lambda: typing.Tuple[int](),
             lambda: typing.List(), lambda: typing.Dict(), lambda: typing.Deque[int]([1]), lambda: typing.Deque(),
             lambda: typing.DefaultDict[str, int](int), lambda: typing.Counter[str]("aa"), lambda: typing.Type[int](),
             lambda: typing.Optional[int](), lambda: typing.Set[int]()):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(typing.Match, typing.Pattern[str], typing.get_origin(typing.Match[str]) is re.Match,
      isinstance(re.compile("a"), typing.Pattern))
try:
    typing.Patern
except AttributeError as error:
    print(error)
