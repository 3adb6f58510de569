"""A toy block chain whose blocks are mined by tasks."""
import asyncio
import hashlib

async def mine(name, text, previous):
    nonce = 0
    while True:
        digest = hashlib.sha256(f'{previous}{text}{nonce}'.encode()).hexdigest()
        if digest.startswith('0'):
            return name, nonce, digest
        nonce += 1
        await asyncio.sleep(0)

async def main():
    previous = '0' * 64
    for number in range(3):
        miners = [mine(name, f'block {number} by {name}', previous) for name in ('ann', 'bob')]
        results = await asyncio.gather(*miners)
        name, nonce, previous = min(results, key=lambda result: result[1])
        print(number, name, nonce, previous[:12])

asyncio.run(main())
