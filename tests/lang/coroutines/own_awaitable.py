class Pause:
    def __init__(self, label):
        self.label = label

    def __await__(self):
        answer = yield self.label
        return answer


async def talk():
    a = await Pause('first')
    b = await Pause('second')
    return a, b


c = talk()
print(c.send(None), c.send('A'))
try:
    c.send('B')
except StopIteration as stop:
    print(stop.value)
