import asyncio


def old_scale(sack, on_weight, on_error):
    loop = asyncio.get_running_loop()
    if sack == "torn sack":
        loop.call_later(1, on_error, ValueError("it leaks"))
    else:
        loop.call_later(2, on_weight, 40)


async def weigh(sack):
    answer = asyncio.get_running_loop().create_future()
    old_scale(sack, answer.set_result, answer.set_exception)
    return await answer


async def main():
    print("flour weighs", await weigh("flour"))
    try:
        print("torn sack weighs", await weigh("torn sack"))
    except ValueError as problem:
        print("no weight:", problem)


asyncio.run(main())
