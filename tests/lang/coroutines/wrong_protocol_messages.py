async def main():
    try:
        async with 5:
            pass
    except TypeError as error:
        print(error)
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)

    class Half:
        def __aiter__(self):
            return 5

    try:
        async for x in Half():
            pass
    except TypeError as error:
        print(error)


try:
    main().send(None)
except StopIteration:
    print('end')
