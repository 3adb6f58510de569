"""When two reports of one program are equal, and how a difference is told."""
import re

FIELDS = ('stdout', 'loop', 'exception', 'stderr', 'end', 'deadlock', 'endless')
SHOWN = 4  # differences of one field that are printed

ADDRESS = re.compile(r'(?<=\bat )0x[0-9a-f]+\b|\b0x[0-9a-f]{9,}\b')
FOLDER = re.compile(r'(?<![\w./])/(?:[\w.+@-]+/)+([\w.+-]+\.py)\b')
FRAME = re.compile(r'^\s*File "([^"]+)", line (\d+)(?:, in (.+))?$')
OPENING = re.compile(r'Traceback \(most recent call last\):|\s+File "')
WARNING = re.compile(r'^(\S+):(\d+): (\w*Warning: .*)$')
# reprlib cuts a text in its middle: where its end is a place in the library, that place is ours.
CUT_PLACE = re.compile(r'\.\.\.[\w/]*\.py(:\d+)?(?=>)')
REPORTS = re.compile(
    r'Task (exception was never retrieved|was destroyed but it is pending)'
    r'|Future exception was never retrieved'
    r'|Exception in callback|Exception ignored in|Unhandled exception'
    r'|[Aa]n error occurred during closing of asynchronous generator')


def normal_text(text, program):
    """Addresses become 0xADDR, absolute paths and any path of the program become file names."""
    text = FOLDER.sub(r'\1', ADDRESS.sub('0xADDR', text))
    return re.sub(r'[^\s"\'<>()]*/(?=' + re.escape(program) + r'\b)', '', text)


def normal(report, program):
    """The report with every text in normal form; only the known fields."""
    plain = {field: report[field] for field in FIELDS}
    plain['stdout'] = [[time, normal_text(text, program)] for time, text in report['stdout']]
    plain['stderr'] = normal_text(report['stderr'], program)
    if report['exception'] is not None:
        plain['exception'] = normal_text(report['exception'], program)
    return plain


def _told(line, program):
    """A line of a warning; a place outside the program is only that."""
    line = CUT_PLACE.sub('...', line)
    match = WARNING.match(line)
    if match and match[1] != program:
        return f'library: {match[3]}'
    return line


def told_lines(stderr, program):
    """What a learner must see of stderr: its first line, and the first line of each report.

    How a traceback begins is no part of it: the exception and the frames are compared for that. A
    warning is told once for each place in the code; two places in the library look the same here,
    so that a warning of the library counts once.
    """
    lines = stderr.splitlines()
    told = [_told(line, program) for i, line in enumerate(lines)
            if (i == 0 and not OPENING.match(line)) or WARNING.match(line) or REPORTS.match(line)]
    return [line for i, line in enumerate(told) if not line.startswith('library:') or line not in told[:i]]


def program_frames(stderr, program):
    """The frames of the program in all tracebacks: [line, function].

    Those under a warning of the library are left out: it comes once for each line there.
    """
    frames, library = [], False
    for line in stderr.splitlines():
        warning, frame = WARNING.match(line), FRAME.match(line)
        if warning or REPORTS.match(line) or line.startswith('Traceback '):
            library = bool(warning) and warning[1] != program
        if frame and frame[1] == program and not library:
            frames.append([int(frame[2]), frame[3]])
    return frames


def comparable(report, program):
    """The parts of a report that must be equal, by name."""
    parts = normal(report, program)
    stderr = parts.pop('stderr')
    parts['stderr'] = told_lines(stderr, program)
    parts['traceback'] = program_frames(stderr, program)
    return parts


def _tell_lists(name, expected, got):
    lines, shown = [], 0
    for i in range(max(len(expected), len(got))):
        left = expected[i] if i < len(expected) else '(nothing)'
        right = got[i] if i < len(got) else '(nothing)'
        if left == right:
            continue
        if shown == SHOWN:
            lines.append(f'  {name}: more differences follow')
            break
        shown += 1
        lines += [f'  {name}[{i}] expected {left!r}', f'  {" " * len(f"{name}[{i}]")} got      {right!r}']
    return lines


def differences(expected, got, program):
    """Lines that tell where two reports differ; none where they are equal."""
    left, right = comparable(expected, program), comparable(got, program)
    lines = []
    for name, value in left.items():
        if value == right[name]:
            continue
        if isinstance(value, list):
            lines += _tell_lists(name, value, right[name])
        else:
            lines += [f'  {name} expected {value!r}', f'  {" " * len(name)} got      {right[name]!r}']
    if lines and 'Error' in str(got['stderr']) and not expected['stderr']:
        lines.append('  its last words: ' + got['stderr'].strip().splitlines()[-1])
    return lines
