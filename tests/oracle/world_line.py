"""What comes to a program from outside: `# world: {...}` is its first line, the JSON of a lesson's
world."""
import json
import signal

MARK = '# world:'


def read_world(source):
    """The world that a program's first line describes; {} where it says nothing."""
    first = source.split('\n', 1)[0]
    return json.loads(first.removeprefix(MARK)) if first.startswith(MARK) else {}


def read_signals(world):
    """[(virtual seconds, number)] in order of time."""
    found = [(float(one['at']), int(getattr(signal, one['signal']))) for one in world.get('signals', ())]
    return sorted(found, key=lambda one: one[0])
