"""A small order service: producers, a priority queue, retries with backoff, a summary."""
import asyncio
import itertools
import logging
import random
import sys
import time
from collections import Counter, defaultdict, deque
from dataclasses import asdict, dataclass, field, replace
from enum import Enum, IntEnum, auto
from functools import partial, wraps
from typing import Any, Awaitable, Callable, ClassVar, Iterable, Optional, ParamSpec, TypeVar

logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("orders")
P = ParamSpec("P")
R = TypeVar("R")


class Priority(IntEnum):
    HIGH = 1
    NORMAL = 5
    LOW = 9


class State(Enum):
    NEW = auto()
    PAID = auto()
    SHIPPED = auto()
    FAILED = auto()

    @property
    def final(self) -> bool:
        return self in (State.SHIPPED, State.FAILED)


@dataclass(order=True)
class Order:
    priority: Priority
    number: int
    item: str = field(compare=False)
    price: float = field(compare=False, default=9.99)
    state: State = field(compare=False, default=State.NEW)
    history: list[tuple[float, State]] = field(compare=False, default_factory=list, repr=False)
    count: ClassVar[int] = 0

    def __post_init__(self) -> None:
        type(self).count += 1

    def move(self, state: State) -> None:
        self.state = state
        self.history.append((round(asyncio.get_running_loop().time() % 1000, 3), state))


class PaymentError(RuntimeError):
    def __init__(self, order: Order, reason: str) -> None:
        super().__init__(f"order {order.number}: {reason}")
        self.order = order


def retry(times: int = 3, *, delay: float = 0.1, on: type[BaseException] = PaymentError):
    def decorate(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @wraps(func)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in itertools.count(1):
                try:
                    return await func(*args, **kwargs)
                except on as error:
                    if attempt >= times:
                        error.add_note(f"gave up after {attempt} attempts")
                        raise
                    pause = delay * 2 ** (attempt - 1)
                    log.warning("%s failed (%s), again in %.2f s", func.__name__, error, pause)
                    await asyncio.sleep(pause)
        return wrapper
    return decorate


attempts: defaultdict[int, int] = defaultdict(int)


@retry(times=3, delay=0.05)
async def pay(order: Order) -> str:
    attempts[order.number] += 1
    await asyncio.sleep(0.01)
    if order.number % 3 == 0 and attempts[order.number] < 3 or order.number == 4:
        raise PaymentError(order, "card declined")
    return f"receipt-{order.number:04d}"


async def worker(name: str, queue: "asyncio.PriorityQueue[Order]", done: list[Order]) -> None:
    while True:
        order = await queue.get()
        try:
            receipt = await pay(order)
            order.move(State.PAID)
            await asyncio.sleep(0.02)
            order.move(State.SHIPPED)
            log.info("%s shipped %s (%s)", name, order.item, receipt)
        except PaymentError as error:
            order.move(State.FAILED)
            log.error("%s: %s %s", name, error, error.__notes__)
        finally:
            done.append(order)
            queue.task_done()


async def main() -> None:
    rng = random.Random(2024)
    queue: asyncio.PriorityQueue[Order] = asyncio.PriorityQueue(maxsize=10)
    done: list[Order] = []
    items = itertools.cycle(["tea", "mug", "spoon"])
    for number in range(1, 8):
        await queue.put(Order(rng.choice(list(Priority)), number, next(items), round(rng.uniform(1, 20), 2)))
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(worker(f"w{n}", queue, done), name=f"worker-{n}") for n in (1, 2)]
        await queue.join()
        for task in workers:
            task.cancel()
    states = Counter(order.state.name for order in done)
    print(states.most_common(), Order.count)
    for order in sorted(done):
        print(f"{order.priority.name:<7}|{order.number:>3}|{order.item:^7}|{order.price:8.2f}|{order.state.final!s:>6}")
    print(asdict(replace(done[0], history=[])))
    print(f"{sum(o.price for o in done if o.state is State.SHIPPED):,.2f}")


if __name__ == "__main__":
    asyncio.run(main())
