import asyncio
import io
import unittest

loops = []


class T(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()
        self.addAsyncCleanup(self.finish)
        loops.append(asyncio.get_running_loop())

    async def finish(self):
        print('cleanup', self.queue.qsize())

    async def asyncTearDown(self):
        print('down')

    async def test_first(self):
        await self.queue.put(1)
        await asyncio.sleep(1)
        self.assertEqual(self.queue.qsize(), 1)

    async def test_second(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(1):
                await self.queue.get()

    def test_third(self):
        self.assertTrue(self.queue.empty())


result = unittest.TextTestRunner(stream=io.StringIO()).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(T))
print(result, len(set(map(id, loops))), [loop.is_closed() for loop in loops])
