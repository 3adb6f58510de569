import asyncio
import logging
import sys



class Brief(logging.Formatter):
    def formatException(self, info):
        return f'{info[0].__name__} in line {info[2].tb_next.tb_lineno if info[2].tb_next else info[2].tb_lineno}'


logging.basicConfig(stream=sys.stdout)
logging.getLogger().handlers[0].setFormatter(Brief('[%(levelname)s] %(name)s: %(message)s'))


def bad():
    raise ValueError('bad')


async def main():
    asyncio.get_running_loop().call_soon(bad)
    await asyncio.sleep(0)
    print('end')


asyncio.run(main())
