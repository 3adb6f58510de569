"""The author's tools through the executable: new, check (with --json, --explain and --watch), format
and handout."""

import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

EXECUTABLE = os.path.abspath(os.environ["COROSCOPE"])
SCENARIOS = pathlib.Path("scenarios").resolve()
PATIENCE = 60

FIELDS = ["file", "line", "column", "end_column", "path", "severity", "message", "expected",
          "nearest", "hint"]


def run(*words, folder=None, status=0):
    done = subprocess.run([EXECUTABLE, *map(str, words)], cwd=folder, capture_output=True,
                          text=True, timeout=PATIENCE, check=False)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout + done.stderr


def check_new_writes_a_sound_lesson_and_never_overwrites(folder):
    run("new", "mine/two_sleepers", folder=folder)
    lesson = folder / "mine/two_sleepers.json"
    assert "sound, 5 moments" in run("check", lesson)
    run("format", "--check", lesson)
    data = json.loads(lesson.read_text())
    assert data["id"] == "mine/two-sleepers" and data["title"] == "Two sleepers", data
    assert pathlib.Path(folder / "mine", data["$schema"]).name == "lesson.schema.json"
    notes = (folder / "mine/two_sleepers.notes.md").read_text()
    for field in json.loads((SCENARIOS / "lesson.schema.json").read_text())["properties"]:
        assert f"- `{field}`" in notes, field
    lesson.write_text("mine\n")
    assert "is there already" in run("new", "mine/two_sleepers", folder=folder, status=1)
    assert lesson.read_text() == "mine\n"
    for bad in ["", "mine/", "Two", "two sleepers", "a.json", "../x/.y", "a__b", "a-", "a/b\n"]:
        said = run("new", bad, folder=folder, status=2)
        assert "is no name for a lesson" in said, said
    assert sorted(p.name for p in folder.iterdir()) == ["mine"]


def check_new_tells_of_every_folder_that_it_makes(folder):
    (folder / "inside").mkdir()
    said = run("new", "../new/mine/first", folder=folder / "inside").splitlines()
    assert said[:2] == ["../new/ (a new folder)", "../new/mine/ (a new folder)"], said
    assert said[2] == "../new/mine/first.py", said
    assert "folder" not in run("new", "../new/mine/second", folder=folder / "inside")


def check_new_finds_the_schema_above_it(folder):
    (folder / "course/queues").mkdir(parents=True)
    (folder / "course/lesson.schema.json").write_text("{}")
    run("new", "course/queues/first", folder=folder)
    data = json.loads((folder / "course/queues/first.json").read_text())
    assert data["$schema"] == "../lesson.schema.json", data


def shuffled(value, chance):
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(v, chance) for v in value] if isinstance(value, list) else value


def check_format_loses_nothing_and_is_idempotent(folder):
    chance = random.Random(5)
    for source in sorted(SCENARIOS.glob("*/*.json"))[:12]:
        program = source.with_suffix(".py")
        if not program.exists():
            continue
        (folder / program.name).write_text(program.read_text())
        lesson = folder / source.name
        lesson.write_text(source.read_text())
        run("format", lesson)
        laid_out = lesson.read_text()
        assert json.loads(laid_out) == json.loads(source.read_text())
        run("format", "--check", lesson)
        world = json.loads(laid_out).get("world")  # its maps keep the author's order
        for indent in (None, 1, 7):
            mixed = shuffled(json.loads(laid_out), chance)
            if world:
                mixed["world"] = world
            lesson.write_text(json.dumps(mixed, indent=indent, ensure_ascii=False))
            run("format", "--check", lesson, status=1)
            run("format", lesson)
            again = json.loads(lesson.read_text())
            assert again == json.loads(laid_out), source
            if not re.search(r'\{"e[ns]"|\{\s*"e[ns]"', laid_out):  # languages keep theirs too
                assert lesson.read_text() == laid_out, source
            run("format", "--check", lesson)


def check_format_keeps_what_it_cannot_lay_out(folder):
    run("new", "first", folder=folder)
    lesson = folder / "first.json"
    escaped = lesson.read_text().replace('"Bob takes longer"', '"B\\u006fb \\/ takes\\u00a0longer"')
    lesson.write_text(escaped)
    run("format", "--check", lesson)
    wrong = escaped.replace('"minutes": 4', '"minuets":4')
    lesson.write_text(wrong)
    said = run("format", lesson, status=1)
    assert 'did you mean "minutes"' in said and "left as it is" in said, said
    assert lesson.read_text() == wrong
    lesson.write_bytes(b'\xef\xbb\xbf{"format": 1,')
    run("format", lesson, status=1)
    assert lesson.read_bytes() == b'\xef\xbb\xbf{"format": 1,'
    run("format", folder / "first.py", status=2)


def check_problems_are_told_as_json(folder):
    run("new", "first", folder=folder)
    lesson = folder / "first.json"
    text = lesson.read_text().replace('"minutes": 4', '"minuets": 4').replace('"say"', '"sya"', 1)
    lesson.write_text(text)
    answer = json.loads(run("check", "--json", "first.json", folder=folder, status=1))
    assert answer["sound"] is False and answer["lessons"] == [
        {"file": "first.json", "sound": False}], answer
    assert [list(p) for p in answer["problems"]] == [FIELDS] * 3
    lines = text.split("\n")
    for problem in answer["problems"]:
        assert problem["severity"] == "error" and problem["file"] == "first.json"
        assert 1 <= problem["line"] <= len(lines)
    unknown = [p for p in answer["problems"] if p["nearest"] == "minutes"]
    assert unknown[0]["path"] == "minuets" and "summary" in unknown[0]["expected"]
    assert lines[unknown[0]["line"] - 1][unknown[0]["column"] - 1:].startswith('"minuets"')
    (folder / "first.py").write_text("import asyncio\nasync def main(:\n    pass\n")
    run("new", "second", folder=folder)
    (folder / "second.py").write_text("import asyncio\n\ndef main(:\n    pass\n")
    answer = json.loads(run("check", "--json", "second.json", folder=folder, status=1))
    # the lesson's own texts are no longer in the program
    assert answer["problems"] and all(p["line"] > 0 for p in answer["problems"]), answer


def check_names_are_there_at_their_moments(folder):
    run("new", "first", folder=folder)
    lesson = folder / "first.json"
    sound = lesson.read_text()

    def problem(old, new):
        assert old in sound, old
        lesson.write_text(sound.replace(old, new, 1))
        problems = json.loads(run("check", "--json", lesson, status=1))["problems"]
        assert len(problems) == 1, problems
        return problems[0]

    told = problem('"spotlight": "panel:ready"', '"spotlight": "task:An"')
    assert told["path"] == "moments[0].spotlight" and told["nearest"] == "task:Ann", told
    assert told["message"] == "there is no task:An at this moment", told
    assert "task:Bob" not in told["expected"], "Bob is made later"
    told = problem('"spotlight": "panel:ready"', '"spotlight": "queue#1"')
    assert told["hint"] == "There is no queue at all then.", told
    told = problem('"spotlight": "panel:ready"', '"spotlight": "generator:g"')
    assert "panel:running" in told["hint"], told
    told = problem('{"output": "Bob is here"}', '{"time": 0.5}')
    assert "moments[2] stands at the same place" in told["message"], told
    told = problem('"hit": 2}', '"task": "ann"}')
    assert told["hint"].endswith("0 times, not 1 in the task ann; in all tasks 2 times"), told
    told = problem('{"output": "Bob is here"}', '{"output": "Bob is here", "nth": 2}')
    assert told["hint"].startswith("1 such line is printed, not 2"), told
    told = problem('"ask": "next-output"', '"ask": "state", "of": "task:bob"')
    assert told["nearest"] == "task:Bob", told
    told = problem('"ask": "next-output"', '"ask": "value", "of": "ann"')
    assert "function:NAME" in told["hint"], told


def check_a_lesson_is_explained(folder):
    run("new", "first", folder=folder)
    text = run("check", "--explain", "first.json", folder=folder)
    times = [float(t) for t in re.findall(r"^ +\d+ +\S+ +(\d+\.\d+)  moment", text, re.M)]
    assert times == sorted(times) == [0, 0, 1, 1, 2], text
    assert re.search(r"= Bob is here\n +not .*Ann is here", text), text
    assert "variant  Bob takes longer: 3.000 s, other output from line 1 on" in text, text
    answer = json.loads(run("check", "--explain", "--json", "first.json", folder=folder))
    lesson = answer["lessons"][0]
    assert answer["sound"] and [m["path"] for m in lesson["moments"]] == [
        f"moments[{i}]" for i in range(5)]
    assert lesson["checkpoints"][0]["answers"] == ["Bob is here"]
    assert lesson["variants"][0]["time"] == 3 and not lesson["variants"][0]["same_output"]


def check_a_folder_is_a_course(folder):
    run("new", "a/first", folder=folder)
    run("new", "a/b/second", folder=folder)
    assert "2 lessons, 0 with problems" in run("check", folder)
    second = folder / "a/b/second.json"
    text = second.read_text()
    second.write_text(text.replace("b/second", "a/first"))
    assert "another lesson has this id" in run("check", folder, status=1)
    second.write_text(text.replace('"program"', '"requires": ["a/frist"],\n  "program"'))
    said = run("check", folder, status=1)
    assert "no lesson has the id" in said and 'did you mean "a/first"' in said, said
    second.write_text(text)
    (folder / "index.json").write_text('{"format": 1, "chapters": [{"number": 1, "title": "A", '
                                       '"lessons": ["a/first.json", "a/b/secnd.json"]}]}')
    assert "index.json:1:" in run("check", folder, status=1)
    (folder / "empty").mkdir()
    assert "holds no lesson" in run("check", folder / "empty", status=1)
    assert "cannot be read" in run("check", folder / "nowhere.json", status=1)


def wait_for(stream, words):
    end = time.monotonic() + PATIENCE
    seen = ""
    while time.monotonic() < end:
        line = stream.readline()
        seen += line
        if words in line:
            return seen
    raise AssertionError(f"{words!r} was not said: {seen}")


def check_a_save_is_seen(folder):
    run("new", "first", folder=folder)
    lesson = folder / "first.json"
    text = lesson.read_text()
    watch = subprocess.Popen([EXECUTABLE, "check", "--watch", lesson], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True)
    try:
        wait_for(watch.stdout, "-- all sound; watching 1 lesson")
        lesson.write_text(text.replace('"minutes": 4', '"minuets": 4'))
        assert "minuets" in wait_for(watch.stdout, "-- there are problems")
        lesson.write_text(text)
        wait_for(watch.stdout, "-- all sound")
        program = folder / "first.py"
        program.write_text(program.read_text().replace('"Ann", 2', '"Ann", 4'))
        assert "virtual seconds" in wait_for(watch.stdout, "-- there are problems")
        watch.send_signal(signal.SIGINT)
        assert watch.wait(PATIENCE) == 1
    finally:
        watch.kill()
        watch.stdout.close()


def check_a_watched_folder_is_a_course(folder):
    """A lesson is looked at again when another one, or the index, is no longer what it relies on."""
    run("new", "a/first", folder=folder)
    run("new", "a/second", folder=folder)
    first, second = folder / "a/first.json", folder / "a/second.json"
    second.write_text(second.read_text().replace('"program"', '"requires": ["a/first"], "program"', 1))
    watch = subprocess.Popen([EXECUTABLE, "check", "--watch", folder], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True)
    try:
        wait_for(watch.stdout, "-- all sound; watching 2 lessons")
        first.write_text(first.read_text().replace('"id": "a/first"', '"id": "a/furst"'))
        assert 'did you mean "a/furst"?' in wait_for(watch.stdout, "-- there are problems")
        first.write_text(first.read_text().replace('"id": "a/furst"', '"id": "a/second"'))
        assert "another lesson has this id" in wait_for(watch.stdout, "-- there are problems")
        first.write_text(first.read_text().replace('"id": "a/second"', '"id": "a/first"'))
        assert "second.json: sound" in wait_for(watch.stdout, "-- all sound")
        index = folder / "index.json"
        index.write_text('{"format": 1, "chapters": [{"number": 1, "title": "A", "lessons": ["a/thrid.json"]}]}')
        assert "thrid.json" in wait_for(watch.stdout, "-- there are problems")
        index.write_text('{"format": 1, "chapters": [{"number": 1, "title": "A", "lessons": ["a/first.json"]}]}')
        wait_for(watch.stdout, "-- all sound")
        watch.send_signal(signal.SIGINT)
        assert watch.wait(PATIENCE) == 0
    finally:
        watch.kill()
        watch.stdout.close()


def check_a_handout_has_everything(folder):
    lesson = SCENARIOS / "basics/first_coroutine.json"
    data = json.loads(lesson.read_text())
    page = folder / "x.html"
    run("handout", lesson, "--out", page, "--language", "es")
    html = page.read_text()
    assert html.count("<img alt=") == len(data["moments"]) and '<html lang="es">' in html
    for moment in data["moments"]:
        said = moment["say"]["es"].replace('"', "&quot;").replace("==", "")
        assert html.count(said) == 2, said  # the caption, and what the picture's alt text says
        assert moment.get("note", {"es": "\0"})["es"] not in html
    assert "src=\"data:image/png;base64,iVBORw0KGgo" in html
    assert not re.search(r"(src|href)=\"(?!data:)", html)
    assert html.index(data["objectives"][0]["es"]) < html.index("async def") < html.index("<figure")
    prompt = data["checkpoints"][1]["prompt"]["es"]
    because = data["checkpoints"][0]["explain"]["es"]
    assert html.index("<figure") < html.index(prompt) < html.index(because)
    run("handout", lesson, "--out", page, "--language", "es", "--teacher")
    note = data["moments"][0]["note"]["es"]
    assert note in page.read_text()
    paper = folder / "x.pdf"
    run("handout", lesson, "--out", paper, "--teacher")
    assert paper.read_bytes().startswith(b"%PDF-")
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True,
                          timeout=PATIENCE, check=True).stdout
    plain = " ".join(text.split())
    for moment in data["moments"]:
        assert moment["say"]["en"].replace("==", "") in plain, moment["say"]["en"]
    assert data["moments"][0]["note"]["en"] in plain
    assert data["title"]["en"] in plain and data["checkpoints"][1]["prompt"]["en"] in plain
    for variant in data["variants"]:
        assert variant["title"]["en"] in plain and variant["say"]["en"] in plain
    assert len(re.findall(r"^\d\s+\d+\.\d{3} s · step \d+, line \d+: ", text, re.M)) == len(
        data["checkpoints"]), text
    assert "handout wants" in run("handout", lesson, "--out", folder / "x.doc", status=2)
    assert run("handout", lesson, "--out", folder / "none/such/x.pdf", status=1)


def boxes_of_words(paper):
    """Every word of a PDF: left, right, bottom, and the size of its page."""
    text = subprocess.run(["pdftotext", "-bbox", paper, "-"], capture_output=True, text=True,
                          timeout=PATIENCE, check=True).stdout
    page = None
    for tag, rest in re.findall(r"<(page|word) ([^>]*)>", text):
        value = {k: float(v) for k, v in re.findall(r'(\w+)="([\d.-]+)"', rest)}
        if tag == "page":
            page = value
        else:
            yield value["xMin"], value["xMax"], value["yMax"], page


def check_a_handout_breaks_long_lines(folder):
    run("new", "first", folder=folder)
    lesson = folder / "first.json"
    program = folder / "first.py"
    many = "".join(f"    # remark {i}, which is {'very ' * 40}long\n" for i in range(60))
    program.write_text(program.read_text().replace("async def main():\n",
                                                   f"async def main():\n{many}"))
    text = lesson.read_text().replace("Ann sleeps already.",
                                      "`sleep()` runs, {Ann} sleeps {as she must}." + " So do I" * 60)
    lesson.write_text(text)
    run("handout", lesson, "--out", folder / "x.html")
    page = (folder / "x.html").read_text()
    assert "sleep() runs, Ann sleeps {as she must}. So do I" in page
    paper = folder / "x.pdf"
    run("handout", lesson, "--out", paper, "--teacher")
    words = list(boxes_of_words(paper))
    assert len(words) > 60 * 40, len(words)
    for left, right, bottom, sheet in words:
        assert 36 <= left < right <= sheet["width"] - 36, (left, right)
        assert bottom <= sheet["height"] - 12, bottom


def check_words_that_are_lit_up_have_an_end(folder):
    run("new", "first", folder=folder)
    lesson = folder / "first.json"
    text = lesson.read_text()
    assert '"say": "' in text
    lesson.write_text(text.replace('"say": "', '"say": "==Both== of them. ', 1))
    run("check", "first.json", folder=folder)
    said = run("transcript", "first.json", folder=folder)
    assert "Both of them. " in said and "==" not in said, said
    lesson.write_text(text.replace('"say": "', '"say": "==Both of them. ', 1))
    said = run("check", "first.json", folder=folder, status=1)
    assert "a == is never closed" in said and "moments[0].say" in said, said


def main():
    checks = [f for name, f in sorted(globals().items()) if name.startswith("check_")]
    for check in checks:
        with tempfile.TemporaryDirectory() as folder:
            check(pathlib.Path(folder))
        print(check.__name__)
    return 0


if __name__ == "__main__":
    sys.exit(main())
