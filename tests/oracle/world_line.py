"""What comes to a program from outside: `# world: {...}` is its first line, the JSON of a lesson's
world; the program of a lesson has its lesson beside it."""
import json
import pathlib
import signal

MARK = '# world:'


def read_world(source):
    """The world that a program's first line describes; {} where it says nothing."""
    first = source.split('\n', 1)[0]
    return json.loads(first.removeprefix(MARK)) if first.startswith(MARK) else {}


def find_lesson(program):
    """The lesson that lies beside a program under scenarios/, as JSON; None elsewhere."""
    program = pathlib.Path(program).resolve()
    path = program.with_suffix('.json')
    if 'scenarios' not in program.parts or not path.exists():
        return None
    return json.loads(path.read_text(encoding='utf-8'))


def find_world(program, source):
    """The world of a program: its lesson's, or what its first line describes."""
    lesson = find_lesson(program)
    if lesson is None:
        return read_world(source)
    stdin = {'stdin': lesson['stdin']} if 'stdin' in lesson else {}
    return {**lesson.get('world', {}), **stdin}


def find_seed(program):
    return (find_lesson(program) or {}).get('seed', 0)


def read_signals(world):
    """[(virtual seconds, number)] in order of time."""
    found = [(float(one['at']), int(getattr(signal, one['signal']))) for one in world.get('signals', ())]
    return sorted(found, key=lambda one: one[0])
