import asyncio

class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)

async def work(d):
    await asyncio.sleep(1)

async def patient():
    turn = asyncio.create_task(work(D(1)))
    await asyncio.wait([turn])
    turn.note = D(2)
    print("waited")
    del turn
    print("turn dropped")
    await asyncio.sleep(0)
    print("later")

async def main():
    await asyncio.gather(patient())
asyncio.run(main())
