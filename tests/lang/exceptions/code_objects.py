def example(a, b=1, /, c=2, *args, d, **options):
    x = 1

    def inner():
        return a, x
    return inner


async def coroutine():
    pass


async def asynchronous():
    yield


def generator():
    yield


class Holder:
    def method(self):
        def nested():
            pass
        return nested


functions = [example, example(1, d=2), coroutine, asynchronous, generator, lambda: 0, Holder.method,
             Holder().method()]
for function in functions:
    code = function.__code__
    print(code.co_name, code.co_qualname, code.co_firstlineno, hex(code.co_flags))
    print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals,
          code.co_varnames, code.co_cellvars, code.co_freevars)
