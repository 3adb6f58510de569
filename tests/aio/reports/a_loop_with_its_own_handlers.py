import asyncio


class Loop(asyncio.SelectorEventLoop):
    def call_exception_handler(self, context):
        print('mine:', context['message'])
        super().call_exception_handler({'message': 'passed on'})


def bad():
    raise ValueError('bad')


async def main():
    asyncio.get_running_loop().call_soon(bad)
    await asyncio.sleep(0)


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
