from contextlib import AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, ExitStack


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("exit", details[0])


class Taken(Plain):
    __exit__ = None


class Later:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        return None


class LaterTaken(Later):
    __aenter__ = None


print(issubclass(Plain, AbstractContextManager), issubclass(Taken, AbstractContextManager))
print(issubclass(Later, AbstractAsyncContextManager), issubclass(LaterTaken, AbstractAsyncContextManager))


def fail():
    raise KeyError("last")


with ExitStack() as stack:
    plain = Plain()
    stack.push(plain)
    stack.callback(print, "called back")
print(AsyncExitStack().push(plain) is plain)
try:
    with ExitStack() as stack:
        stack.callback(fail)
        raise ValueError("first")
except KeyError as error:
    print(repr(error), repr(error.__context__))
