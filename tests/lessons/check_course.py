"""The course as a whole: every lesson is complete, in its place, and in all the languages it has."""

import json
import pathlib
import re
import sys

COURSE = pathlib.Path("scenarios")
IN_SPANISH = {1, 2, 3}
LANGUAGES = {"en", "es", "zh"}
COMPLETE = ["summary", "objectives", "level", "minutes", "expect"]
# Maps of the world and of headers have keys of their own.
NO_TEXT = {"world", "stdin", "expect", "limits", "view", "program"}
WORDS_TO_AVOID = re.compile(r"\b(simply|obviously|of course|simplemente|obviamente)\b|[!¡]", re.I)

problems = []


def tell(where, what):
    problems.append(f"{where}: {what}")


def is_text(value):
    return isinstance(value, dict) and bool(value) and set(value) <= LANGUAGES


def texts(value, path=""):
    """Every text for people: its path and its map from language to wording."""
    if is_text(value):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if path or key not in NO_TEXT:
                yield from texts(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from texts(inner, f"{path}[{i}]")


def plain_texts(lesson):
    """The fields for people that stand as one string, without a language."""
    fields = [("title", lesson), ("summary", lesson)]
    fields += [(i, lesson["objectives"]) for i in range(len(lesson.get("objectives", [])))]
    for moment in lesson["moments"]:
        fields += [("say", moment), ("note", moment)]
    for checkpoint in lesson["checkpoints"]:
        fields += [("prompt", checkpoint), ("explain", checkpoint)]
        for choice in checkpoint.get("choices", []):
            fields += [("text", choice), ("because", choice)]
    for variant in lesson["variants"]:
        fields += [("title", variant), ("say", variant)]
    for key, of in fields:
        value = of[key] if isinstance(of, list) else of.get(key)
        if isinstance(value, str):
            yield value


def wordings(lesson):
    yield from plain_texts(lesson)
    for _, text in texts(lesson):
        yield from text.values()


def check_languages(name, lesson, chapter):
    found = list(texts(lesson))
    used = {language for _, text in found for language in text}
    used |= set(lesson.get("languages", []))
    if chapter in IN_SPANISH:
        used |= {"en", "es"}
    if not used:
        return
    for path, text in found:
        lacks = used - set(text)
        if lacks:
            tell(name, f"{path} is not in {', '.join(sorted(lacks))}")
    for text in plain_texts(lesson):
        tell(name, f"only in one language: {text!r}")


def check_words(name, lesson):
    for text in wordings(lesson):
        if not text.strip() or text != text.strip() or "  " in text:
            tell(name, f"blanks that are too many, or a text that is empty: {text!r}")
        code_out = re.sub(r"`[^`]*`|\"[^\"]*\"", "", text)
        if WORDS_TO_AVOID.search(code_out):
            tell(name, f"a word or mark that the course does without: {text!r}")


def check_size(name, lesson, program):
    def between(what, number, low, high):
        if not low <= number <= high:
            tell(name, f"{number} {what}, wanted are {low} to {high}")

    between("lines of program", len(program.rstrip("\n").split("\n")), 10, 40)
    between("moments", len(lesson["moments"]), 5, 15)
    between("checkpoints", len(lesson["checkpoints"]), 1, 5)
    between("variants", len(lesson["variants"]), 1, 5)
    between("minutes", lesson.get("minutes", 0), 4, 10)
    between("objectives", len(lesson.get("objectives", [])), 1, 5)
    between("teacher's notes", sum("note" in m for m in lesson["moments"]), 1, 15)
    for field in COMPLETE:
        if field not in lesson:
            tell(name, f"has no {field}")
    for i, variant in enumerate(lesson["variants"]):
        if "say" not in variant:
            tell(name, f"variants[{i}] does not say what comes of it")


def check_place(name, lesson, earlier):
    wanted = name.removesuffix(".json").replace("_", "-")
    if lesson["id"] != wanted:
        tell(name, f"its id is {lesson['id']}, its place is {wanted}")
    if lesson.get("$schema") != "../lesson.schema.json":
        tell(name, f"no editor finds the schema at {lesson.get('$schema')}")
    if earlier and not lesson.get("requires"):
        tell(name, "does not say what to see before")
    for needed in lesson.get("requires", []):
        if needed not in earlier:
            tell(name, f"requires {needed}, which does not come before it")


def check_titles(lessons):
    for language in sorted(LANGUAGES):
        seen = {}
        for name, lesson in lessons.items():
            title = lesson["title"]
            title = title.get(language) if is_text(title) else title
            if title in seen:
                tell(name, f"{seen[title]} has the title {title!r} too")
            if title:
                seen[title] = name


def check_files(lessons):
    known = {COURSE / name for name in lessons}
    known |= {(COURSE / name).parent / lesson["program"]["file"]
              for name, lesson in lessons.items() if "file" in lesson["program"]}
    known |= {COURSE / "index.json", COURSE / "lesson.schema.json", COURSE / "README.md"}
    for path in sorted(COURSE.rglob("*")):
        if path.is_file() and path not in known:
            tell(path, "belongs to no lesson of index.json")


def main():
    index = json.loads((COURSE / "index.json").read_text(encoding="utf-8"))
    lessons, earlier = {}, set()
    for i, chapter in enumerate(index["chapters"], 1):
        if chapter["number"] != i:
            tell("index.json", f"chapter {chapter['number']} stands in place {i}")
        if set(chapter["title"]) < {"en", "es"}:
            tell("index.json", f"the title of chapter {i} is not in English and Spanish")
        for name in chapter["lessons"]:
            if name in lessons:
                tell("index.json", f"{name} stands there twice")
            lesson = json.loads((COURSE / name).read_text(encoding="utf-8"))
            for field in ("moments", "checkpoints", "variants"):
                lesson.setdefault(field, [])
            lessons[name] = lesson
            program = lesson["program"].get("text")
            if program is None:
                program = ((COURSE / name).parent / lesson["program"]["file"]).read_text()
            check_size(name, lesson, program)
            check_languages(name, lesson, i)
            check_words(name, lesson)
            check_place(name, lesson, earlier)
            earlier.add(lesson["id"])
    check_titles(lessons)
    check_files(lessons)
    print(*problems, sep="\n")
    print(f"{len(lessons)} lessons, {len(problems)} problems")
    return 1 if problems or len(index["chapters"]) != 10 or len(lessons) < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
