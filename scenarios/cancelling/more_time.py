import asyncio


async def exam(questions):
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(4) as limit:
            for question in range(1, questions + 1):
                await asyncio.sleep(2)
                print(f"question {question} is answered")
                if question == 1:
                    limit.reschedule(loop.time() + 5)
                    print("the teacher gives more time")
    except TimeoutError:
        print("the pens go down")
    print("time was up:", limit.expired())


async def main():
    await exam(2)
    await exam(5)


asyncio.run(main())
