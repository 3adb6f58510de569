import asyncio


async def sail(boat, seconds):
    await asyncio.sleep(seconds)
    return f"{boat} after {seconds}"


async def main():
    gull = asyncio.create_task(sail("Gull", 4), name="Gull")
    tern = asyncio.create_task(sail("Tern", 1), name="Tern")
    swan = asyncio.create_task(sail("Swan", 3), name="Swan")
    fleet = [gull, tern, swan]
    done, pending = await asyncio.wait(fleet, timeout=2)
    print(f"{len(done)} in port, {len(pending)} at sea")
    reports = await asyncio.gather(*fleet)
    print(reports)


asyncio.run(main())
