async def broken():
    raise KeyError('inside')


async def main():
    try:
        await broken()
    except KeyError as error:
        print('caught', error)
    finally:
        print('finally')
    return 'ok'


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
