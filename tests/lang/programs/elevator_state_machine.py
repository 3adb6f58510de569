import asyncio
import enum
import heapq
import itertools
import operator
import random
import signal
import string
import sys
import threading
import queue
import types
import unittest
from unittest import IsolatedAsyncioTestCase, mock
from unittest.mock import AsyncMock, MagicMock, patch, call


class State(enum.Enum):
    IDLE = "idle"
    MOVING = "moving"
    OPEN = "open"

    def __init__(self, label):
        self.label = label.title()

    @classmethod
    def _missing_(cls, value):
        return cls.IDLE if value is None else None


class Event:
    def __init_subclass__(cls):
        cls.__match_args__ = tuple(cls.__annotations__)

    def __init__(self, *args):
        self.__dict__.update(zip(self.__match_args__, args))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


class Call(Event):
    floor: int
    up: bool


class Arrive(Event):
    floor: int


class Door(Event):
    open: bool


class Elevator:
    def __init__(self, clock=asyncio.sleep):
        self.state, self.floor, self.stops, self.log = State(None), 0, [], []
        self.clock = clock

    async def handle(self, event):
        match self.state, event:
            case State.IDLE, Call(floor, up=_) if floor == self.floor:
                await self.open()
            case (State.IDLE | State.MOVING), Call(floor):
                heapq.heappush(self.stops, floor)
                if self.state is State.IDLE:
                    self.state = State.MOVING
                    await self.move()
            case State.MOVING, Arrive(floor=n) if n in self.stops:
                self.stops.remove(n)
                heapq.heapify(self.stops)
                await self.open()
            case State.OPEN, Door(False):
                self.state = State.MOVING if self.stops else State.IDLE
            case _, (Call() | Arrive() | Door()) as other:
                self.log.append(f"ignored {other} in {self.state.label}")
            case _:
                raise TypeError(event)

    async def move(self):
        goal = self.stops[0]
        while self.floor != goal:
            await self.clock(1)
            self.floor += 1 if goal > self.floor else -1
        await self.handle(Arrive(self.floor))

    async def open(self):
        self.state = State.OPEN
        self.log.append(f"open at {self.floor}")
        await self.clock(2)
        await self.handle(Door(False))


class TestElevator(IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.clock = AsyncMock()
        self.elevator = Elevator(self.clock)

    async def test_it_moves_floor_by_floor(self):
        await self.elevator.handle(Call(3, True))
        self.assertEqual(self.elevator.floor, 3)
        self.clock.assert_has_awaits([call(1)] * 3 + [call(2)])
        self.assertEqual(self.clock.await_count, 4)

    async def test_it_opens_where_it_is(self):
        with patch.object(Elevator, "move", AsyncMock(side_effect=RuntimeError)) as move:
            await self.elevator.handle(Call(0, False))
        move.assert_not_awaited()
        self.assertIn("open at 0", self.elevator.log)

    async def test_unknown_events_are_refused(self):
        with self.assertRaisesRegex(TypeError, "fire"):
            await self.elevator.handle("fire")

    @unittest.skip("no doors in tests")
    def test_doors(self):
        pass

    def test_states(self):
        for value, name in [("idle", "IDLE"), (None, "IDLE"), ("open", "OPEN")]:
            with self.subTest(value=value):
                self.assertIs(State(value), State[name])
        self.assertRaises(ValueError, State, "broken")


async def main():
    elevator = Elevator()
    await elevator.handle(Call(2, True))
    await elevator.handle(Door(True))
    await asyncio.gather(elevator.handle(Call(4, True)), elevator.handle(Call(1, False)))
    print(*elevator.log, sep="\n")
    print(elevator.state, elevator.state.label, [*State.__members__], State.OPEN.value, Call(1, True))
    loop = asyncio.get_running_loop()
    loop.call_later(0.5, print, "later")
    handle = loop.call_later(0.7, print, "never")
    handle.cancel()
    numbers = queue.Queue()
    thread = threading.Thread(target=lambda: [numbers.put(n * n) for n in range(3)], name="squares")
    thread.start()
    await asyncio.to_thread(thread.join)
    print([numbers.get() for _ in range(numbers.qsize())], thread.is_alive(), handle.cancelled())
    await asyncio.sleep(1)
    fake = MagicMock(spec=Elevator)
    fake.floor = 7
    fake.open.return_value = "opened"
    print(await fake.open(), fake.floor, fake.mock_calls, fake.open.await_args_list)


asyncio.run(main())
result = unittest.TextTestRunner(stream=open_stream if (open_stream := None) else sys.stdout, verbosity=0).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(TestElevator)) if False else None
suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestElevator)
outcome = unittest.TestResult()
suite.run(outcome)
print(outcome.testsRun, outcome.wasSuccessful(), [reason for _, reason in outcome.skipped], outcome.failures)
