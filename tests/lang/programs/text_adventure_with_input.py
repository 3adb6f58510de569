import asyncio
import json
import random
import re
import string
import textwrap
from collections import UserDict, defaultdict, deque
from itertools import count
from types import SimpleNamespace

WORLD = json.loads("""
{"hall": {"text": "A cold hall.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
 "library": {"text": "Dusty books everywhere; one of them seems to whisper your name.", "exits": {"south": "hall"},
             "items": ["book", "key"]},
 "kitchen": {"text": "It smells of soup.", "exits": {"west": "hall"}, "items": []}}
""")
COMMAND = re.compile(r"^(?P<verb>\w+)(?:\s+(?:the\s+)?(?P<noun>\w+))?$", re.IGNORECASE)
SCRIPT = """look
go north
take the book
take sword
GO south
drop book
inventory
dance!
go up
save
quit"""


class Commands(UserDict):
    def __call__(self, *names):
        def register(func):
            for name in names or (func.__name__,):
                self[name] = func
            return func
        return register


command = Commands()


class Game:
    ids = count(1)

    def __init__(self, world):
        self.world, self.place, self.bag = world, "hall", []
        self.id, self.over, self.said = next(Game.ids), False, deque(maxlen=3)

    @property
    def room(self):
        return SimpleNamespace(**self.world[self.place])

    def say(self, text, *args, **kwargs):
        for line in textwrap.wrap(text.format(*args, **kwargs), width=40, subsequent_indent="  "):
            self.said.append(line)
            print(line)

    @command()
    async def look(self, noun=None):
        self.say(self.room.text)
        self.say("Exits: {}. Here: {items}", ", ".join(sorted(self.room.exits)), items=" and ".join(self.room.items) or "nothing")

    @command("go", "walk")
    async def go(self, noun):
        try:
            self.place = self.room.exits[noun]
        except KeyError as error:
            self.say("You cannot go {!s}.", error)
        else:
            await asyncio.sleep(0.5)
            await self.look()

    @command()
    async def take(self, noun):
        if noun in self.room.items:
            self.room.items.remove(noun)
            self.bag.append(noun)
            self.say("{0!r:>10} taken.", noun)
        else:
            raise LookupError(f"there is no {noun} here")

    @command()
    async def drop(self, noun):
        self.room.items.insert(0, self.bag.pop(self.bag.index(noun)))

    @command("inventory", "i")
    async def inventory(self, noun=None):
        self.say("You carry {}.", self.bag or "nothing")

    @command()
    async def save(self, noun=None):
        self.say(json.dumps({"place": self.place, "bag": self.bag, "id": self.id}, separators=(",", ":")).replace("{", "{{").replace("}", "}}"))

    @command("quit")
    async def leave(self, noun=None):
        self.over = True

    async def run(self, lines):
        async for line in lines:
            print(f"> {line}")
            if not (found := COMMAND.match(line.strip())):
                print("What?")
                continue
            verb, noun = found["verb"].lower(), found["noun"]
            try:
                action = command[verb]
                await (action(self, noun) if noun else action(self))
            except KeyError as error:
                print("I do not know how to", error)
            except LookupError as error:
                print(error.args[0].capitalize())
            except TypeError as error:
                print("TypeError:", error)
            if self.over:
                break
        else:
            print("no more input")


async def typed(text, speed=0.01):
    for line in text.splitlines():
        await asyncio.sleep(len(line) * speed)
        yield line


async def main():
    game = Game(WORLD)
    await game.run(typed(SCRIPT.replace("save", "save\ngo\nfly")))
    print(list(game.said), sorted(command), len(command), command["i"] is command["inventory"])
    await Game(WORLD).run(typed("look"))
    table = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13])
    print("uryyb jbeyq".translate(table), "a-b_c".title(), "x,y,,z".split(","), "  pad ".strip().zfill(6), "ß".upper())


asyncio.run(main())
