"""Texts of more than 4300 digits are refused, in both directions."""
import sys
for make in (lambda: int('1' * 5000), lambda: str(10 ** 5000), lambda: '%d' % 10 ** 4300, lambda: f'{10 ** 4300}',
             lambda: repr(-10 ** 5000), lambda: int('0' * 4301)):
    try:
        print(len(str(make())))
    except ValueError as error:
        print(error)
print(len(str(10 ** 4299)), len(hex(10 ** 5000)), int('f' * 5000, 16) == 16 ** 5000 - 1)
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)), int('9' * 5000) == 10 ** 5000 - 1)
for limit in (639, 640, -1, 10 ** 30):
    try:
        sys.set_int_max_str_digits(limit)
        print(sys.get_int_max_str_digits())
    except (ValueError, OverflowError) as error:
        print(error)
