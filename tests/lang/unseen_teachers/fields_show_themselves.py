from dataclasses import dataclass, field, fields, InitVar
from typing import ClassVar


@dataclass
class Item:
    name: str
    tags: list = field(default_factory=list, repr=False, metadata={'unit': 'kg'})
    count: int = field(default=1, kw_only=True)
    kind: ClassVar[str] = 'thing'
    scale: InitVar[int] = 2


def shown(one):
    return [part for part in str(one).split(',') if 'MISSING_TYPE' not in part]


for one in fields(Item):
    print(*shown(one))
print(*shown(field(default=3)))
for name, one in sorted(Item.__dataclass_fields__.items()):
    print(name, shown(one)[-1])
