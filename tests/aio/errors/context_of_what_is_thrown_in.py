import asyncio


def chain(e):
    out = []
    while e is not None:
        out.append(repr(e))
        e = e.__context__
    return ' <- '.join(out)


async def inner(kind):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as e:
        print('inner sees', chain(e))
        if kind == 1:
            raise KeyError('new')
        if kind == 2:
            raise
        if kind == 3:
            raise KeyError('from') from e
        if kind == 4:
            try:
                raise OSError
            except OSError:
                raise IndexError


async def outer(kind):
    try:
        raise ValueError('outer')
    except ValueError:
        try:
            await inner(kind)
        except BaseException as e:
            print('outer sees', chain(e))
            raise


async def top(kind):
    try:
        raise LookupError('top')
    except LookupError:
        await outer(kind)


async def main():
    for kind in range(1, 5):
        t = asyncio.create_task(top(kind))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        t.cancel()
        try:
            await t
        except BaseException as e:
            print(kind, chain(e))

    def gen():
        try:
            raise ValueError('gen')
        except ValueError:
            try:
                yield 1
            except BaseException as e:
                print('gen sees', chain(e))
                raise

    def deleg():
        try:
            raise TypeError('deleg')
        except TypeError:
            yield from gen()
    for g in (gen, deleg):
        x = g()
        next(x)
        try:
            raise AttributeError('caller')
        except AttributeError:
            try:
                x.throw(KeyError('thrown'))
            except KeyError as e:
                print(chain(e))

        def plain():
            yield 1
        x = plain()
        next(x)
        try:
            raise AttributeError('caller')
        except AttributeError:
            try:
                x.throw(KeyError('thrown'))
            except KeyError as e:
                print(chain(e))
            x = plain()
            try:
                x.throw(KeyError('early'))
            except KeyError as e:
                print(chain(e))

            class It:

                def __iter__(self):
                    return self

                def __next__(self):
                    return 1

                def throw(self, e):
                    raise e

            def d2():
                yield from It()
            x = d2()
            next(x)
            try:
                x.throw(KeyError('it'))
            except KeyError as e:
                print(chain(e))


try:
    raise ArithmeticError('module')
except ArithmeticError:
    asyncio.run(main())
