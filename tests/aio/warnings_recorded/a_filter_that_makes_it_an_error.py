import warnings


async def work():
    pass


warnings.simplefilter('error')
work()
print('it goes on')
