class Pause:
    def __await__(self):
        yield


async def work():
    try:
        await Pause()
    except GeneratorExit:
        print('closing')
        raise
    finally:
        print('cleanup')


c = work()
c.send(None)
c.close()
c.close()
print('closed')
