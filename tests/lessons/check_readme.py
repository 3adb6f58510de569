"""Every example of README.md and scenarios/README.md: programs and whole lessons are written as
files, fields are put into a lesson, commands are run, in the order of the page. The lessons' page
leaves no field out, and the table of commands names none that there is not."""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

EXECUTABLE = os.path.abspath(os.environ["COROSCOPE"])
COURSE = pathlib.Path("scenarios").resolve()
PATIENCE = 120
FENCE = re.compile(r"^```(\w+)[ ]?(\S*)\n(.*?)^```$", re.M | re.S)
FRAME = {"format": 1, "id": "mine/framed", "title": "Framed"}

def environment(folder):
    """The window keeps what it remembers in the home folder, which is not the tester's own here."""
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                            "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    return dict(os.environ, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", **homes)


def fail(block, said):
    sys.exit(f"this example does not work:\n{block}\n{said}")


NOT_RUN = ("tests/run.sh", "cmake --install", "cpack")


def commands(block):
    """Without remarks, and without those that install and build."""
    for line in block.strip().split("\n"):
        command = line.split("#")[0].strip().replace("sh app/run.sh", "build/coroscope")
        if "[" not in command and not any(word in command for word in NOT_RUN):
            yield command


def start(command, folder):
    words = command.split()
    assert words[0] == "build/coroscope", command
    return subprocess.Popen([EXECUTABLE, *words[1:]], cwd=folder, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, env=environment(folder))


def stays(command):
    """Commands that go on until they are stopped: the window, and check --watch."""
    return "--watch" in command or command.split()[1].endswith(".json")


def run_and_stop(command, folder):
    running = start(command, folder)
    end = time.monotonic() + 3
    while running.poll() is None and time.monotonic() < end:
        time.sleep(0.1)
    still = running.poll() is None
    if still:
        running.send_signal(signal.SIGINT)
    try:
        said = running.communicate(timeout=PATIENCE)[0]
    except subprocess.TimeoutExpired:
        running.kill()
        said = running.communicate()[0]
    if not still or "problem" in said:
        fail(command, said)
    return said


def run(block, folder):
    said = ""
    for command in commands(block):
        if stays(command):
            said = run_and_stop(command, folder)
            continue
        running = start(command, folder)
        said = running.communicate(timeout=PATIENCE)[0]
        if running.returncode:
            fail(command, said)
    return said


def check(lesson, folder, block):
    path = folder / "scenarios/mine/framed.json"
    path.write_text(json.dumps(lesson), encoding="utf-8")
    done = subprocess.run([EXECUTABLE, "check", path], capture_output=True, text=True,
                          timeout=PATIENCE, check=False)
    if done.returncode:
        fail(block, done.stdout + done.stderr)


# ---- Fields ---------------------------------------------------------------------------------------

def fits(value, schema):
    """Whether an object may be this shape: its constants are the same and its fields are there."""
    fields = schema.get("properties", {})
    if not isinstance(value, dict) or schema.get("type") != "object":
        return False
    if not set(schema.get("required", [])) <= set(value):
        return False
    if "properties" in schema and not set(value) <= set(fields):
        return False
    return all("const" not in of or value.get(name, of["const"]) == of["const"]
               for name, of in fields.items())


def note_fields(schema, where, value, seen, root):
    if "$ref" in schema:
        where = schema["$ref"].split("/")[-1]
        schema = root["$defs"][where]
    if "oneOf" in schema:
        for choice in schema["oneOf"]:
            name = choice.get("$ref", "").split("/")[-1]
            if fits(value, root["$defs"].get(name, choice)):
                note_fields(choice, where, value, seen, root)
    elif isinstance(value, dict):
        for name, inner in value.items():
            field = schema.get("properties", {}).get(name)
            seen.add((where, name))
            note_fields(field or schema.get("additionalProperties") or {}, where, inner, seen, root)
    elif isinstance(value, list):
        for inner in value:
            note_fields(schema.get("items", {}), where, inner, seen, root)


def all_fields(root):
    shapes = [("lesson", root), *root["$defs"].items()]
    return {(where, name): field for where, shape in shapes
            for name, field in shape.get("properties", {}).items()}


def check_nothing_is_left_out(page, lessons):
    root = json.loads((COURSE / "lesson.schema.json").read_text(encoding="utf-8"))
    seen = set()
    for lesson in lessons:
        note_fields(root, "lesson", lesson, seen, root)
    fields = all_fields(root)
    missing = [f"no example has {where}.{name}" for where, name in sorted(set(fields) - seen)]
    for (where, name), field in fields.items():
        row = f"| `{field.get('const', name) if name == 'ask' else name}` | {field['description']}"
        if row not in page:
            missing.append(f"no table has {where}.{name}: {row}")
    if missing:
        sys.exit("\n".join(missing))
    return len(fields)


def check_events(page, folder):
    lesson = {**FRAME, "program": {"text": "pass\n"},
              "moments": [{"at": {"event": "no.such"}, "say": "Never."}]}
    path = folder / "scenarios/mine/framed.json"
    path.write_text(json.dumps(lesson))
    done = subprocess.run([EXECUTABLE, "check", "--json", path], capture_output=True, text=True,
                          timeout=PATIENCE, check=False)
    events = json.loads(done.stdout)["problems"][0]["expected"]
    table = page[page.index("| Event | When |"):]
    table = table[:table.index("\n\n")]
    told = {name for row in table.split("\n")[2:]
            for name in re.findall(r"`([a-z_.]+)`", row.split("|")[1])}
    assert told == set(events), told ^ set(events)


def check_commands(page):
    """The table of commands: what it names is in --help, and all that is there is in the table."""
    text = subprocess.run([EXECUTABLE, "--help"], capture_output=True, text=True,
                          timeout=PATIENCE, check=True).stdout
    known = set(re.findall(r"^  coroscope ([a-z]+)", text, re.M))
    options = set(re.findall(r"--[a-z-]+", text))
    told = set(re.findall(r"^\| `coroscope ([a-z]+)", page, re.M))
    assert told == known, told ^ known
    for row in re.findall(r"^\| `coroscope .*$", page, re.M):
        unknown = set(re.findall(r"--[a-z][a-z-]*", row)) - options
        assert not unknown, (unknown, row)


# ---- Pages ----------------------------------------------------------------------------------------

def run_page(page, folder):
    """The lessons that stand on it."""
    lessons, said, frame = [], "", FRAME
    for kind, path, block in FENCE.findall(page):
        if kind == "sh":
            said = run(block, folder)
        elif kind == "text":
            if block not in said:
                fail(block, f"is not in what was said:\n{said}")
        elif path:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(block, encoding="utf-8")
            if kind == "json":
                lessons.append(json.loads(block))
            else:
                frame = {**FRAME, "program": {"file": pathlib.Path(path).name}}
        else:
            lesson = {**frame, **json.loads("{" + block + "}")}
            check(lesson, folder, block)
            lessons.append(lesson)
    return lessons


def main():
    root = pathlib.Path("README.md").read_text(encoding="utf-8")
    page = (COURSE / "README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "scenarios").mkdir()
        (folder / "scenarios/lesson.schema.json").write_text(
            (COURSE / "lesson.schema.json").read_text(encoding="utf-8"), encoding="utf-8")
        first = run_page(root, folder)
        lessons = run_page(page, folder)
        fields = check_nothing_is_left_out(page, lessons)
        check_events(page, folder)
        check_commands(root)
    print(f"{len(first) + len(lessons)} lessons and parts of lessons, {fields} fields")
    return 0


if __name__ == "__main__":
    sys.exit(main())
