import asyncio

async def listen(name, bell):
    await bell.wait()
    print(f"{name} heard it")

async def fetch(post):
    print(await post.get())

async def main():
    bell = asyncio.Event()
    post = asyncio.Queue()
    await asyncio.gather(
        listen("Ann", bell), listen("Ben", bell), fetch(post))

asyncio.run(main())
