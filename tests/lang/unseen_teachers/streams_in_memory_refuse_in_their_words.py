import io

text, data = io.StringIO('one\ntwo'), io.BytesIO(b'one\ntwo')
print(str(text).split(' at ')[0], str(data).split(' at ')[0], io.StringIO, io.BytesIO.__module__)
for stream in (text, data):
    for attempt in (lambda: stream.read('x'), lambda: stream.readline(1.5), lambda: stream.read(None), lambda: stream.write(5)):
        try:
            print(attempt())
        except TypeError as error:
            print(error)
    stream.close()
    for name in ('read', 'getvalue', '__next__', 'readlines'):
        try:
            getattr(stream, name)()
        except ValueError as error:
            print(error)
