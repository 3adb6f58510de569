"""int() reads any number of digits in any base."""
print(int('123456789012345678901234567890'), int('-' + '9' * 30), int(' +1_000_000_000_000_000_000_000 '))
print(int('f' * 20, 16), int('0x' + 'F' * 20, 16), int('0b' + '1' * 70, 0), int('z' * 20, 36))
print(int('-0o' + '7' * 30, 8), int(b'9' * 25), int('٣' * 25))
for text, base in (('1__0' * 10, 10), ('12345678901234567890x', 10), ('9' * 30, 8), ('', 10), ('0' + '7' * 30, 0)):
    try:
        print(int(text, base))
    except ValueError as error:
        print(error)
