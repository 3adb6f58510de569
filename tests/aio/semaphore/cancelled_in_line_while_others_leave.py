import asyncio

async def user(sem, name, hold):
    try:
        async with sem:
            print(name, 'in', sem)
            await asyncio.sleep(hold)
    except asyncio.CancelledError:
        print(name, 'cancelled', sem)
        raise

async def main():
    sem = asyncio.BoundedSemaphore(2)
    users = [asyncio.create_task(user(sem, f'u{i}', 1 + i / 10)) for i in range(6)]
    await asyncio.sleep(1)
    users[2].cancel()
    users[3].cancel()
    print(sem.locked(), sem)
    await asyncio.sleep(0)
    late = asyncio.create_task(user(sem, 'late', 1))
    users[4].cancel()
    await asyncio.sleep(0)
    print(sem)
    print(await asyncio.gather(*users, late, return_exceptions=True))
    try:
        sem.release()
    except ValueError as error:
        print(error, sem)
    s = asyncio.Semaphore(0)
    a, b = (asyncio.create_task(s.acquire()) for _ in range(2))
    await asyncio.sleep(0)
    s.release()
    a.cancel()
    b.cancel()
    print(await asyncio.gather(a, b, return_exceptions=True), s, s._value)
    for bad in (-1, 'x', None, 1.5):
        try:
            print(asyncio.Semaphore(bad))
        except Exception as error:
            print(type(error).__name__, error)

asyncio.run(main())
