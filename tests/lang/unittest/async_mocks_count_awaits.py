import asyncio
from unittest.mock import AsyncMock, MagicMock, Mock, call, patch


class Api:
    async def get(self, url):
        return url

    def close(self):
        pass


async def main():
    m = AsyncMock(return_value=4)
    first = m(1)
    print(m.call_count, m.await_count, await first, m.await_count, m.await_args)
    m.side_effect = [1, ValueError('bad')]
    for _ in range(3):
        try:
            print(await m())
        except (ValueError, StopAsyncIteration) as e:
            print(repr(e))
    for check in (m.assert_awaited_once, m.assert_not_awaited, lambda: m.assert_awaited_with(2)):
        try:
            check()
        except AssertionError as e:
            print(e)
    m.assert_has_awaits([call(1), call()])
    api = Mock(spec=Api)
    print(asyncio.iscoroutinefunction(api.get), asyncio.iscoroutinefunction(api.close))
    api.get.return_value = 'page'
    print(await api.get('x'))
    with patch.object(Api, 'get') as get:
        get.return_value = 'patched'
        print(await Api().get('x'))
    async with MagicMock() as entered:
        print(type(entered).__name__)
    many = MagicMock()
    many.__aiter__.return_value = [1, 2]
    print([x async for x in many])


asyncio.run(main())
