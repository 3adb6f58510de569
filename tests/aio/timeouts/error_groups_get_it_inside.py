import asyncio

async def main():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                errors = []
                for n in range(2):
                    try:
                        raise ValueError(n)
                    except ValueError as exc:
                        errors.append(exc)
                raise ExceptionGroup('two', errors)
    except ExceptionGroup as group:
        print(repr(group.__context__))
        for exc in group.exceptions:
            print(repr(exc), repr(exc.__context__), repr(exc.__context__.__cause__))

asyncio.run(main())
