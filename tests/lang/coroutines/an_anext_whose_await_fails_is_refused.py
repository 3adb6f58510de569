import traceback


class Wrong:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        raise KeyError("no value")


async def main():
    async for _ in Wrong():
        pass


async def comprehension():
    return [x async for x in Wrong()]


for body in (main, comprehension):
    try:
        body().send(None)
    except TypeError as error:
        print(error, repr(error.__cause__), error.__context__ is error.__cause__)
        traceback.print_exc()
