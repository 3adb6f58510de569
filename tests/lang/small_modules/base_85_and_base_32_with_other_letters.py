import base64


def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


for data in (b'', b'a', b'ab', b'abcd', b'hello world', bytes(4), bytes(5), b'    ab  ', bytes(range(0, 256, 17)),
             bytearray(b'xyz'), memoryview(b'view')):
    attempt(lambda: base64.a85encode(data), lambda: base64.a85encode(data, adobe=True, wrapcol=7),
            lambda: base64.a85encode(data, foldspaces=True, pad=True), lambda: base64.b85encode(data),
            lambda: base64.b32hexencode(data), lambda: base64.z85encode(data))
    print(base64.a85decode(base64.a85encode(data)) == data, base64.z85decode(base64.z85encode(data)) == data,
          base64.b32hexdecode(base64.b32hexencode(data)) == data,
          base64.a85decode(base64.a85encode(data, adobe=True), adobe=True) == data)
attempt(lambda: base64.a85decode('zz'), lambda: base64.a85decode('azz'), lambda: base64.a85decode('~'),
        lambda: base64.a85decode('uuuuu'), lambda: base64.a85decode('abc', adobe=True),
        lambda: base64.a85decode('ab cd\n'), lambda: base64.a85decode('y'), lambda: base64.a85decode('y', foldspaces=True),
        lambda: base64.z85decode('a~'), lambda: base64.b85decode('a b'), lambda: base64.b85decode('~~~~~'),
        lambda: base64.b32hexdecode('W======='))
