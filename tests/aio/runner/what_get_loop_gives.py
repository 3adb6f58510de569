import asyncio

runner = asyncio.Runner()
loop = runner.get_loop()
print(loop, loop is runner.get_loop())
loop.call_soon(print, 'called before run')
print(runner.run(asyncio.sleep(0, 'ran')))
print(asyncio.get_event_loop() is loop)
runner.close()
print(loop)
try:
    asyncio.get_event_loop()
except RuntimeError as exc:
    print(exc)
