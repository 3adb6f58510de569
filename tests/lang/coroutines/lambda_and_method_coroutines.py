class Api:
    base = 10

    async def get(self, n):
        return self.base + n

    @staticmethod
    async def ping():
        return 'pong'

    @classmethod
    async def make(cls):
        return cls.__name__


async def main():
    api = Api()
    f = lambda n: api.get(n)
    return await f(1), await api.ping(), await Api.make()


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
