"""Hundreds of broken lesson files: each is refused with a message at the right line, and nothing
crashes or hangs. `--record` writes the messages to broken_lessons.txt anew, for a person to review."""

import copy
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from check_schema_agrees import BASE, PROGRAM, changed, name_of, places, without  # noqa: E402

GOLDEN = "tests/lessons/broken_lessons.txt"
LEAST = 300
BATCH = 60
SHOWN = 3


class Writer:
    """Writes JSON with every field on a line of its own, and keeps in which line each is."""

    def __init__(self):
        self.lines = [""]
        self.line_of = {}

    def put(self, text):
        self.lines[-1] += text

    def new_line(self, depth):
        self.lines.append("  " * depth)

    def write(self, value, path=()):
        self.line_of[path] = len(self.lines)
        if not isinstance(value, (dict, list)) or not value:
            self.put(json.dumps(value, ensure_ascii=False))
            return
        members = value.items() if isinstance(value, dict) else enumerate(value)
        self.put("{" if isinstance(value, dict) else "[")
        for i, (key, child) in enumerate(members):
            self.put("," if i else "")
            self.new_line(len(path) + 1)
            if isinstance(value, dict):
                self.put(json.dumps(key) + ": ")
            self.write(child, path + (key,))
        self.new_line(len(path))
        self.put("}" if isinstance(value, dict) else "]")

    def text(self):
        return "\n".join(self.lines) + "\n"


def written(lesson):
    writer = Writer()
    writer.write(lesson)
    return writer


def wrong_value(value):
    """A value of another type, or out of every range."""
    if isinstance(value, bool) or value is None:
        return "yes"
    if isinstance(value, (int, float)):
        return -7
    return "none of this" if isinstance(value, list) else 17


# The response's body may be any JSON; a key of a map is no field.
FREE = {"json"}


def wrong_fields():
    for path in places(BASE):
        if not path or FREE & set(path):
            continue
        here = BASE
        for step in path:
            here = here[step]
        if path == ("seed",):
            continue  # any whole number will do
        writer = written(changed(path, wrong_value(here)))
        yield f"wrong {name_of(path)}", writer.text().encode(), {writer.line_of[path]}


def unknown_fields():
    for path in places(BASE):
        here = BASE
        for step in path:
            here = here[step]
        if not isinstance(here, dict) or FREE & set(path) or path[-1:] == ("world",):
            continue
        lesson = changed(path + ("spotligth",), 1) if path else {**BASE, "spotligth": 1}
        writer = written(lesson)
        yield (f"unknown in {name_of(path) or 'the lesson'}", writer.text().encode(),
               {writer.line_of[path + ("spotligth",)]})


def missing_fields():
    for path in [("format",), ("id",), ("title",), ("program",), ("moments", 0, "at"),
                 ("moments", 1, "say"), ("moments", 2, "at", "event"), ("checkpoints", 0, "ask"),
                 ("checkpoints", 2, "of"), ("checkpoints", 4, "prompt"),
                 ("checkpoints", 4, "choices"), ("variants", 0, "title"),
                 ("variants", 0, "source", "find"), ("variants", 2, "inject", "in"),
                 ("variants", 3, "inject", "of"), ("stdin", 0, "at"), ("stdin", 0, "text")]:
        writer = written(without(path))
        yield f"without {name_of(path)}", writer.text().encode(), {writer.line_of[path[:-1]]}


def open_line(text):
    """The line of the innermost bracket that is open at the end of a text, 0 where none is."""
    stack, in_string, line, skip = [], False, 1, False
    for c in text:
        line += c == "\n"
        if skip:
            skip = False
        elif c == "\\":
            skip = True
        elif c == '"':
            in_string = not in_string
        elif not in_string and c in "[{":
            stack.append(line)
        elif not in_string and c in "]}":
            stack.pop()
    return stack[-1] if stack else 0


def truncated():
    text = written(BASE).text().encode()
    for size in range(0, len(text) - 2, 50):
        part = text[:size]
        last = part.count(b"\n") + 1
        yield f"cut after {size} bytes", part, {last, open_line(part.decode())}


def encodings():
    writer = written(BASE)
    text = writer.text()
    line = {writer.line_of[("title", "en")]}
    yield "UTF-16 little", text.encode("utf-16"), {0, 1}
    yield "UTF-16 big", b"\xfe\xff" + text.encode("utf-16-be"), {0, 1}
    yield "UTF-32", text.encode("utf-32"), {0, 1}
    for name, raw in [("Latin-1", b"Caf\xe9"), ("lone continuation", b"a\x80b"),
                      ("overlong", b"\xc0\xaf"), ("surrogate", b"\xed\xa0\x80"),
                      ("beyond Unicode", b"\xf4\x90\x80\x80"), ("cut character", b"\xe4\xb8"),
                      ("zero byte", b"a\x00b"), ("control", b"a\x01b"), ("escape byte", b"\x1b[0m")]:
        yield name, text.encode().replace(b'"Base"', b'"' + raw + b'"'), line
    yield "half a surrogate pair", text.replace('"Base"', '"\\ud83d"').encode(), line
    yield "escaped zero", text.replace('"Base"', '"a\\u0000b"').encode(), line


def large():
    def moments(count):
        lesson = copy.deepcopy(BASE)
        lesson["moments"] = lesson["moments"][:1] * count
        return written(lesson)
    writer = moments(501)
    yield "501 moments", writer.text().encode(), {writer.line_of[("moments",)]}
    yield "over 1 MiB", moments(8000).text().encode(), {0}
    writer = written(changed(("minutes",), 5))
    text, line = writer.text(), {writer.line_of[("minutes",)]}
    yield "a long number", text.replace('"minutes": 5', '"minutes": ' + "9" * 5000).encode(), line
    yield "a vast number", text.replace('"minutes": 5', '"minutes": 1e999').encode(), line
    yield "a million blanks", b" " * (1 << 20), {0, 1}
    for depth in (65, 1000, 100000):
        deep = "[" * depth + "]" * depth
        yield f"{depth} deep", text.replace('"minutes": 5', '"minutes": ' + deep).encode(), line
    yield "open 100000 deep", ("[" * 100000).encode(), {0, 1}


def doubles():
    for path in [("format",), ("id",), ("title",), ("program",), ("program", "file"),
                 ("moments", 0, "say"), ("moments", 0, "at", "hit"), ("checkpoints", 0, "ask"),
                 ("variants", 0, "source", "put"), ("expect", "elapsed"), ("title", "en"),
                 ("world", "hosts", "down.example:9", "error")]:
        writer = written(BASE)
        line = writer.line_of[path]
        again = json.dumps(path[-1]) + ": 1,"
        lines = writer.lines[:line - 1] + [again] + writer.lines[line - 1:]
        yield f"twice {name_of(path)}", "\n".join(lines).encode(), {line, line + 1}


def paths():
    for file in ["../base.py", "../../base.py", "sub/../../base.py", "/base.py", "/etc/passwd.py",
                 "C:\\base.py", "C:/base.py", "..\\base.py", "~/base.py", "./../base.py",
                 "file:///base.py", "nowhere/base.py", "bas.py", "base.py/", ".py", "base.json",
                 "", " ", "a\nb.py", "\u202ebase.py"]:
        writer = written(changed(("program", "file"), file))
        yield f"program {json.dumps(file)}", writer.text().encode(), {
            writer.line_of[("program", "file")]}


def meanings():
    """What is good JSON of the right shape and does not fit the program."""
    for path, value in [
            (("moments", 0, "at", "source"), "await asyncio.slep"),
            (("moments", 0, "at", "source"), "a"), (("moments", 0, "at", "hit"), 9),
            (("moments", 0, "at", "source"), "import\nasyncio"),
            (("moments", 1, "at", "line"), 99), (("moments", 1, "at", "line"), 2),
            (("moments", 2, "at", "event"), "task.craeted"), (("moments", 3, "at", "time"), 50),
            (("moments", 4, "at", "output"), "nothing like it"),
            (("moments", 0, "spotlight"), "qeue:q"), (("moments", 1, "spotlight"), "panel:redy"),
            (("variants", 0, "source", "find"), "slep(1)"),
            (("variants", 0, "source", "find"), "a"),
            (("variants", 0, "source", "put"), "sleep(1)"),
            (("checkpoints", 4, "choices", 0, "correct"), False),
            (("languages",), ["en", "es"]), (("requires", 0), "a/base"),
            (("stdin", 1, "at"), 0.1), (("expect", "stdout"), "down\n"),
            (("expect", "elapsed"), 3), (("expect", "exception"), "ValueError: x"),
            (("checkpoints", 3, "of"), "no_such.name"), (("checkpoints", 2, "of"), "task:Nobody")]:
        writer = written(changed(path, value))
        # A problem of two fields together stands at one of them.
        above = path[:-2] if path[-1] == "correct" else path[:-1]
        lines = {line for p, line in writer.line_of.items() if p[:len(above)] == above}
        yield f"{name_of(path)} = {json.dumps(value)}", writer.text().encode(), lines


def cases():
    for source in (wrong_fields, unknown_fields, missing_fields, truncated, encodings, large,
                   doubles, paths, meanings):
        for name, data, lines in source():
            yield f"{source.__name__}: {name}", data, lines


def messages(executable, folder, files):
    done = subprocess.run([executable, "check", "--json", *files], cwd=folder, capture_output=True,
                          timeout=120, check=False)
    if done.returncode != 1:
        sys.exit(f"coroscope check ends with {done.returncode}: {done.stderr.decode()[-2000:]}")
    found = {file: [] for file in files}
    for problem in json.loads(done.stdout)["problems"]:
        found[problem["file"]].append(problem)
    return [found[file] for file in files]


def told(name, problems):
    lines = [f"{name} ({len(problems)})"]
    for p in problems[:SHOWN]:
        place = f"{p['line']}:{p['column']}" if p["line"] else "whole file"
        path = f" {p['path']}:" if p["path"] else ""
        nearest = f" (did you mean \"{p['nearest']}\"?)" if p["nearest"] else ""
        lines.append(f"    {place}:{path} {p['message']}{nearest}")
    return "\n".join(lines) + "\n"


def main():
    executable = os.path.abspath(os.environ["COROSCOPE"])
    everything = list(cases())
    report, failures = [], []
    with tempfile.TemporaryDirectory() as top:
        folder = os.path.join(top, "lessons")
        os.mkdir(folder)
        for place in (top, folder):
            with open(os.path.join(place, "base.py"), "w", encoding="utf-8") as file:
                file.write(PROGRAM)
        for start in range(0, len(everything), BATCH):
            batch = everything[start:start + BATCH]
            files = [f"{start + i}.json" for i in range(len(batch))]
            for file, (_, data, _) in zip(files, batch):
                with open(os.path.join(folder, file), "wb") as out:
                    out.write(data)
            for (name, _, lines), problems in zip(batch, messages(executable, folder, files)):
                report.append(told(name, problems))
                if not problems:
                    failures.append(f"{name}: no message")
                elif not any(p["line"] in lines for p in problems):
                    failures.append(f"{name}: at line {problems[0]['line']}, not in "
                                    f"{sorted(lines)[:5]}: {problems[0]['message']}")
    text = "".join(report)
    if "--record" in sys.argv:
        with open(GOLDEN, "w", encoding="utf-8") as file:
            file.write(text)
    with open(GOLDEN, encoding="utf-8") as file:
        if file.read() != text:
            failures.append(f"the messages are not those of {GOLDEN} (--record writes them anew)")
    print(f"{len(everything)} broken lessons")
    if len(everything) < LEAST:
        failures.append(f"there must be {LEAST}")
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
