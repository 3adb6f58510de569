"""scenarios/lesson.schema.json and the loader are one truth: hundreds of lessons, each with one
change, are judged by a JSON Schema validator and by `coroscope check`, and both must agree."""

import copy
import json
import os
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    # Debian's package is seen by Debian's Python only.
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    sys.exit("python3-jsonschema is missing: apt-get install python3-jsonschema")

LEAST_GOOD, LEAST_BAD = 200, 200
BATCH = 60

PROGRAM = """import asyncio


async def main():
    queue = asyncio.Queue(1)
    await queue.put("bread")
    await asyncio.sleep(1)
    print("up")


asyncio.run(main())
"""

BASE = {
    "$schema": "../lesson.schema.json",
    "format": 1,
    "id": "a/base",
    "languages": ["en"],
    "title": {"en": "Base"},
    "summary": "All there is",
    "level": "beginner",
    "minutes": 5,
    "objectives": ["Know it", {"en": "Know more"}],
    "requires": ["a/other"],
    "program": {"file": "base.py"},
    "seed": 3,
    "stdin": [{"at": 0.5, "text": "hello\n"}, {"at": 1, "eof": True}],
    "world": {
        "http": {"https://shop.example/items": {
            "after": 0.3, "status": 200, "json": [1], "headers": {"Server": {"value": "x"}},
            "then": [{"status": 404, "text": "gone"}, {"error": "refused"}]}},
        "hosts": {"echo.example:7": {"latency": 0.05, "say": [{"text": "hi\n"}, {"close": True}],
                                     "replies": {"PING": {"after": 1, "text": "PONG\n"}}},
                  "down.example:9": {"error": "timeout"}},
        "signals": [{"at": 1.5, "signal": "SIGINT"}],
        "subprocess": {"ls -l": {"output": [{"after": 1, "text": "a\n", "to": "stderr"}],
                                 "after": 1, "returncode": 2},
                       "cat": {"echo": True, "stdout": "x", "stderr": "y"}},
    },
    "limits": {"virtual_seconds": 60, "instructions": 100000, "memory_mib": 32, "output": 1000},
    "view": {"panels": ["source", "stage", "boxes"], "follow": "main", "zoom": 1.5},
    "moments": [
        {"at": {"source": "await asyncio.sleep", "hit": 1, "task": "Task-1"}, "say": "It sleeps",
         "spotlight": "panel:timers", "pause": True, "note": {"en": "Ask"}},
        {"at": {"line": 8}, "say": "a", "spotlight": "queue#1"},
        {"at": {"event": "task.created", "nth": 1, "object": "Task-1"}, "say": "b"},
        {"at": {"time": 1}, "say": "c", "spotlight": "task:Task-1"},
        {"at": {"output": "up", "nth": 1}, "say": "d"},
        {"at": {"end": True}, "say": "e"},
    ],
    "checkpoints": [
        {"at": {"event": "task.created"}, "ask": "next-handle", "explain": "so"},
        {"at": {"time": 1}, "ask": "next-output"},
        {"at": {"time": 1}, "ask": "state", "of": "task:Task-1"},
        {"at": {"time": 1}, "ask": "value", "of": "queue.qsize()", "in": "function:main"},
        {"at": {"end": True}, "ask": "choice", "prompt": "Why?",
         "choices": [{"text": "A", "correct": True, "because": "x"}, {"text": "B"}]},
    ],
    "variants": [
        {"title": "Longer", "say": "x", "source": {"find": "sleep(1)", "put": "sleep(2)"}},
        {"title": "Cut", "inject": {"at": {"time": 0.5}, "cancel": "task:Task-1"}},
        {"title": "Hit", "inject": {"at": {"time": 0.5}, "raise": "ValueError()",
                                    "in": "task:Task-1"}},
        {"title": "Late", "inject": {"at": {"time": 0.5}, "delay": 0.5, "of": "task:Task-1"}},
    ],
    "expect": {"stdout": "up\n", "elapsed": 1, "exception": None},
}

# What else can stand at any place. The schema says which of them may.
STRANGERS = [None, True, False, 7.5, 0.8, 1.75, -1, 0, 1, 2, 3, 4, 5, 16, 64, 65, 599, 600, 1e9, 2e9, 1e16, "", " ", "word",
             "Bad Id!", "task:x", "queue#2", "queue#0", "panel:ready", "panel:nowhere",
             "function:main", "en", "EN", "refused", "SIGINT", "stderr", "a.py", "advanced", [],
             ["word"], {}, {"en": "x"}, {"EN": "x"}, {"en": ""}, {"time": 2}, {"end": False}]

# Fields whose values have to fit the program or each other as well, which no schema can say: there
# only values that the schema refuses are tried.
BOUND = {"source", "line", "event", "find", "put", "file", "program", "languages", "title",
         "summary", "objectives", "text", "json", "error", "echo", "say", "replies", "output",
         "stdout", "stderr", "eof", "at", "correct", "close", "stdin", "choices", "then",
         "variants", "moments", "checkpoints", "note", "explain", "prompt", "because"}


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, child in value.items():
            yield from places(child, path + (key,))
    if isinstance(value, list):
        for i, child in enumerate(value):
            yield from places(child, path + (i,))


def changed(path, value):
    lesson = copy.deepcopy(BASE)
    at = lesson
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return lesson


def without(path):
    lesson = copy.deepcopy(BASE)
    at = lesson
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return lesson


def name_of(path):
    return "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path).lstrip(".")


def candidates():
    yield "base", BASE, False
    for path in places(BASE):
        if not path:
            continue
        bound = any(step in BOUND for step in path) or "json" in path
        if isinstance(path[-1], str) and path[-1] != "json":
            yield f"{name_of(path)} left out", without(path), bound
        here = BASE
        for step in path:
            here = here[step]
        if isinstance(here, dict):
            yield f"{name_of(path)} with a stranger", changed(path + ("zzz",), 1), bound
        if isinstance(here, list) and here:
            yield f"{name_of(path)} too long", changed(path, here[:1] * 501), bound
        for stranger in STRANGERS:
            yield f"{name_of(path)} = {json.dumps(stranger)}", changed(path, stranger), bound


def chosen(validator):
    """Every place with its strangers, thinned where the schema gives the same verdict again."""
    seen = {}
    for name, lesson, bound in candidates():
        place = name.split(" ")[0]
        plain = "left out" not in name and "stranger" not in name
        if plain and bound and seen.get((place, False), 0) >= 3:
            continue  # enough bad ones, and a good one would not be tried
        good = validator.is_valid(lesson)
        if good and bound and name != "base":
            continue
        key = (name.split(" ")[0], good)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > (14 if good else 3) and "left out" not in name and "stranger" not in name:
            continue
        yield name, lesson, good


def judged(executable, folder, files):
    """Which files load. Those that do have a run, whatever comes of it."""
    done = subprocess.run([executable, "check", "--json", *files], cwd=folder, capture_output=True,
                          timeout=300, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"coroscope check ends with {done.returncode}: {done.stderr.decode()}")
    answer = json.loads(done.stdout)
    said = {}
    for problem in answer["problems"]:
        said.setdefault(problem["file"], []).append(problem)
    for lesson in answer["lessons"]:
        problems = said.get(lesson["file"], [])
        if "steps" not in lesson and not problems:
            sys.exit(f"{lesson['file']} is refused without a word")
        yield "steps" in lesson, problems


def main():
    executable = os.path.abspath(os.environ["COROSCOPE"])
    with open("scenarios/lesson.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    cases = list(chosen(validator))
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "base.py"), "w", encoding="utf-8") as file:
            file.write(PROGRAM)
        for start in range(0, len(cases), BATCH):
            batch = cases[start:start + BATCH]
            files = [f"{start + i}.json" for i in range(len(batch))]
            for file, (_, lesson, _) in zip(files, batch):
                with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
                    json.dump(lesson, out)
            for (name, _, good), (loads, problems) in zip(batch, judged(executable, folder, files)):
                if good != loads:
                    what = [f"{p['path']}: {p['message']}" for p in problems[:2]]
                    failures.append(f"{name}: the schema says {'good' if good else 'bad'}, the "
                                    f"loader {'good' if loads else 'bad'} {what}")
    good = sum(1 for case in cases if case[2])
    bad = len(cases) - good
    print(f"{good} good and {bad} bad lessons judged by both")
    for failure in failures:
        print(failure)
    if good < LEAST_GOOD or bad < LEAST_BAD:
        failures.append("too few")
        print(f"there must be {LEAST_GOOD} good and {LEAST_BAD} bad ones")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
