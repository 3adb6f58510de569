"""The encodings of base64."""
import base64
for data in (b'', b'a', b'ab', b'abc', b'hello world', bytes(range(250, 256))):
    for encode, decode in ((base64.b64encode, base64.b64decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode),
                           (base64.b32encode, base64.b32decode), (base64.b16encode, base64.b16decode), (base64.b85encode, base64.b85decode)):
        text = encode(data)
        print(text, decode(text) == data, decode(text.decode()) == data)
print(base64.b64encode(b'\xfb\xff', b'-_'), base64.b64decode('+/8='), base64.b64decode('aGVs bG8='), base64.encodebytes(b'x' * 60), base64.decodebytes(b'eHh4\n'))
for text in ('a', 'ab', 'abc', 'a===', 'abcde', 'é'):
    try:
        print(base64.b64decode(text))
    except ValueError as error:
        print(type(error).__name__, error)
for call in (lambda: base64.b64decode('ab!d', validate=True), lambda: base64.b16decode('0g'), lambda: base64.b32decode('A'), lambda: base64.b64encode('text'), lambda: base64.b32decode('0AAAAAAA')):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
