async def first():
    pass


async def second():
    pass


a = first()
b = first()
c = second()
_hidden = second()
print('end')
