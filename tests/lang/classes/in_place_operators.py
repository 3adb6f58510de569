class Log:
    def __init__(self):
        self.items = []

    def __iadd__(self, item):
        self.items.append(item)
        return self


log = same = Log()
log += 'a'
log += 'b'
print(log is same, log.items)
