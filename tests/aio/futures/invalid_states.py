import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    for method in (future.result, future.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print(error)
    future.set_result(1)
    for action in (lambda: future.set_result(2), lambda: future.set_exception(ValueError())):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print(str(error).split(':')[0])
    print(future.cancel(), await future)


asyncio.run(main())
