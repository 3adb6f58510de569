import asyncio
import codecs


async def chunks(data, size):
    for start in range(0, len(data), size):
        await asyncio.sleep(0.1)
        yield data[start:start + size]


async def lines(source, encoding='utf-8'):
    decoder = codecs.getincrementaldecoder(encoding)(errors='replace')
    rest = ''
    async for chunk in source:
        rest += decoder.decode(chunk)
        *done, rest = rest.split('\n')
        for line in done:
            yield line
    rest += decoder.decode(b'', final=True)
    if rest:
        yield rest


async def main():
    text = 'café ☃\n한국어 😀\nend\u00e9'
    for encoding in ('utf-8', 'utf-16', 'utf-32', 'utf-8-sig', 'utf-16-be'):
        for size in (1, 3, 7):
            print(encoding, size, [line async for line in lines(chunks(text.encode(encoding), size), encoding)])
    print([line async for line in lines(chunks(b'ab\xff\ncd\xe2\x98', 2))])


asyncio.run(main())
