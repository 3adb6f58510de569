"""A crossing: cars, a light, statistics. In the style of a simulation course."""
import asyncio
import collections
import dataclasses
import functools
import math
import os
import platform
import random
import statistics
import time
import typing as t
import warnings
from asyncio import Barrier, BoundedSemaphore, Condition, Event, LifoQueue
from concurrent.futures import Future as ThreadFuture, ThreadPoolExecutor
from string import ascii_uppercase

random.seed("crossing")
Colour = t.Literal["green", "red"]
Record = collections.namedtuple("Record", ["car", "arrived", "left"], defaults=[math.nan])


class Light:
    def __init__(self, green: float = 3.0, red: float = 2.0):
        self.periods: dict[Colour, float] = dict(green=green, red=red)
        self.colour: Colour = "red"
        self.go = Event()

    async def run(self) -> t.NoReturn:
        while True:
            for colour in ("green", "red"):
                self.colour = colour
                (self.go.set if colour == "green" else self.go.clear)()
                await asyncio.sleep(self.periods[colour])


@functools.total_ordering
class Car:
    count = 0
    __slots__ = "name", "speed"

    def __new__(cls, *args, **kwargs):
        cls.count += 1
        return super().__new__(cls)

    def __init__(self, speed: float):
        self.name = ascii_uppercase[type(self).count - 1] * 2
        self.speed = speed

    def __lt__(self, other):
        return self.speed < other.speed if isinstance(other, Car) else NotImplemented

    def __eq__(self, other):
        return isinstance(other, Car) and self.speed == other.speed

    __hash__ = object.__hash__

    def __repr__(self):
        return f"Car({self.name} at {self.speed:g})"

    async def drive(self, light: Light, lane: BoundedSemaphore, records: list):
        await asyncio.sleep(10 / self.speed)
        arrived = time.monotonic()
        async with lane:
            await light.go.wait()
            await asyncio.sleep(0.5)
        records.append(Record(self.name, arrived, time.monotonic()))


def on_done(task: asyncio.Task, *, names: list):
    names.append(task.get_name())
    if not task.cancelled() and (error := task.exception()):
        print("failed:", error)


async def simulate() -> list[Record]:
    light, lane, records, names = Light(), BoundedSemaphore(2), [], []
    lamp = asyncio.create_task(light.run(), name="lamp")
    cars = [Car(speed=random.choice((2, 5, 8))) for _ in range(6)]
    tasks = []
    for car in cars:
        task = asyncio.create_task(car.drive(light, lane, records), name=car.name)
        task.add_done_callback(functools.partial(on_done, names=names))
        tasks.append(task)
    done, pending = await asyncio.wait(tasks, timeout=5.2)
    print(len(done), "done", sorted(task.get_name() for task in pending))
    await asyncio.wait(pending, return_when=asyncio.ALL_COMPLETED)
    print(names == [r.car for r in records], lamp.cancel("the end"), lamp.cancelling())
    try:
        await lamp
    except asyncio.CancelledError as error:
        print("lamp:", error.args, light.colour)
    try:
        lane.release()
    except ValueError as error:
        print(error)
    print(max(cars), min(cars), sorted(cars)[2] <= cars[0], Car.count, len({*cars}))
    return records


async def meet(barrier: Barrier, name: str):
    place = await barrier.wait()
    return f"{name}{place}"


async def main():
    start = time.monotonic()
    records = await simulate()
    waits = [round(r.left - r.arrived, 2) for r in records]
    for record, wait in zip(records, waits, strict=True):
        print(f"{record.car}: {record.arrived - start:5.2f} .. {record.left - start:5.2f} {'#' * int(wait * 4)}")
    print(f"mean {statistics.mean(waits):.3f}, worst {max(waits)}, σ {statistics.pstdev(waits):.3f}")
    barrier = Barrier(3)
    print(await asyncio.gather(*(meet(barrier, n) for n in "abc")), barrier.parties, barrier.broken)
    stack = LifoQueue()
    for n in range(3):
        stack.put_nowait(n)
    print([stack.get_nowait() for _ in range(stack.qsize())], stack.empty())
    stack.shutdown()
    try:
        await stack.get()
    except asyncio.QueueShutDown as error:
        print("shut down", repr(error))
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, math.factorial, n) for n in (5, 10, 20))))
        print(list(pool.map(divmod, (7, 8), (2, 3))), (await asyncio.wrap_future(pool.submit(sum, [1, 2]))))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            warnings.warn("soon gone", FutureWarning)
        except FutureWarning as warning:
            print("warned:", warning)
    print(Record._fields, Record("x", 1)._asdict(), Record("x", 1).left != Record("x", 1).left, Record._field_defaults)
    print(os.path.join("a", "b"), isinstance(platform.system(), str), t.get_args(Colour), t.get_origin(list[int]))


asyncio.run(main())
