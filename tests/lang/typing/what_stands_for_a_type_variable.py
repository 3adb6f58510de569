from typing import Dict, List, Optional, TypeVar, Union, get_args, get_origin


def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


T = TypeVar('T')
S = TypeVar('S')
attempt(lambda: list[T][int], lambda: dict[str, T][int], lambda: dict[S, list[T]][int, str], lambda: dict[T, T][int],
        lambda: list[T][S], lambda: list[T][list[T]], lambda: (int | list[T])[str], lambda: (list[T] | dict[T, S])[int, str],
        lambda: list[int | list[T]][str], lambda: (None | list[T])[T], lambda: list[T][int | None])
attempt(lambda: list[T].__parameters__, lambda: dict[T, dict[S, T]].__parameters__, lambda: list[int].__parameters__,
        lambda: (int | list[T]).__parameters__, lambda: (int | str).__parameters__)
attempt(lambda: list[int][str], lambda: (int | str)[str], lambda: dict[T, S][int], lambda: dict[T, list[T]][int, str],
        lambda: Optional[int, str], lambda: (int | str).__origin__)
print(Union[int, str] == (int | str), (int | str) == Union[str, int], Optional[int] == (int | None), Union[int, str] == 5)
print((int | str) == Union[int, bytes], (int | str) != Union[int, str], get_args(int | str), get_origin(int | str))
print(Dict[str, T][int], List[T].__parameters__, Optional[T][int], Union[int, T][str], hash(int | str) == hash(str | int))
