import asyncio
from dataclasses import dataclass
from typing import NamedTuple, Protocol


@dataclass
class Result[T]:
    value: T
    tries: int = 1

    async def get(self) -> T:
        await asyncio.sleep(self.tries)
        return self.value


class Source[T](Protocol):
    async def get(self) -> T: ...


class Jobs[T](asyncio.Queue[T]):
    pass


async def read[T](source: Source[T]) -> T:
    return await source.get()


async def main():
    jobs: Jobs[Result[int]] = Jobs()
    await jobs.put(Result(3))
    result = await jobs.get()
    print(result, await read(result), Result.__type_params__, Jobs.__name__)


asyncio.run(main())
