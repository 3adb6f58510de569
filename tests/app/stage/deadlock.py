import asyncio

async def eat(name, first, second):
    async with first:
        print(f"{name} takes one")
        await asyncio.sleep(0.1)
        async with second:
            print(f"{name} eats")

async def guest(served):
    await served.wait()
    print("the guest is happy")

async def main():
    fork = asyncio.Lock()
    knife = asyncio.Lock()
    served = asyncio.Event()
    await asyncio.gather(
        eat("Ann", fork, knife),
        eat("Bob", knife, fork),
        guest(served))
    served.set()

asyncio.run(main())
