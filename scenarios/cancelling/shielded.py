import asyncio


async def save_letter():
    print("the letter is being saved")
    await asyncio.sleep(3)
    print("the letter is saved")
    return "letter.txt"


async def close_window(saving):
    try:
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        print("the window closes without waiting")
        raise


async def main():
    saving = asyncio.create_task(save_letter(), name="Save")
    window = asyncio.create_task(close_window(saving), name="Window")
    await asyncio.sleep(1)
    window.cancel()
    await asyncio.wait([window])
    print("window cancelled:", window.cancelled())
    print("saved as", await saving)


asyncio.run(main())
