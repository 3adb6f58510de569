async def work():
    pass


def keeps():
    job = work()
    print('inside')
    return 1


def drops():
    work(
    )
    print('dropped')


keeps()
drops()
jobs = [work(), work()]
jobs.clear()
jobs = [work()]
jobs = None
print('end')
