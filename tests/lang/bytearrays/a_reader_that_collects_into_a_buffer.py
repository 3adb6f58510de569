import asyncio


class Lines(asyncio.Protocol):
    def __init__(self):
        self.buffer = bytearray()
        self.lines = []

    def data_received(self, data):
        self.buffer += data
        while b"\n" in self.buffer:
            line, _, rest = self.buffer.partition(b"\n")
            self.lines.append(line.decode())
            self.buffer = rest


async def send(lines, *parts):
    for part in parts:
        await asyncio.sleep(1)
        lines.data_received(part)
        print(lines.lines, lines.buffer)


asyncio.run(send(Lines(), b"one\ntw", b"o\nthr", b"ee\n"))
