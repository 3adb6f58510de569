async def work():
    return 1


job = work()
print(type(job).__name__)
