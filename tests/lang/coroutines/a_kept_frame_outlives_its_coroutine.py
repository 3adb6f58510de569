async def work(text):
    return text


def numbers(n):
    yield n
    yield n + 1


frame = work("kept").cr_frame
frame.clear()
print(frame.f_code.co_name)
coro = work("closed by clear")
coro.cr_frame.clear()
coro.close()
gen = numbers(5)
next(gen)
frame = gen.gi_frame
try:
    frame.clear()
except RuntimeError as error:
    print(error)
gen.close()
frame.clear()
print(frame.f_code.co_name)
