"""CPython that is warm: runs each program whose path it reads in a fork of itself.

A line `PATH` on stdin; the answer is a line of JSON: [stdout, stderr, status], status null where the
program found no end. What the programs import is imported before the first of them.
"""
import collections, contextlib, dataclasses, functools, itertools, json, operator, os, signal, sys  # noqa: E401
import tempfile, traceback, types, typing  # noqa: E401, F401


def become(path, out, err):
    """The child is `python PATH` from here on; its own frames stay out of the traceback."""
    for stream, number in ((out, 1), (err, 2)):
        os.dup2(stream.fileno(), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    main = types.ModuleType('__main__')
    main.__dict__.update(__file__=path, __builtins__=__builtins__, __annotations__={}, __spec__=None)
    sys.modules['__main__'] = main
    sys.argv, sys.path[0] = [path], os.path.dirname(path)
    with open(path, 'rb') as file:
        source = file.read()
    try:
        exec(compile(source, path, 'exec', dont_inherit=True), main.__dict__)
    except SystemExit:
        raise
    except BaseException as error:
        own = error.__traceback__.tb_next if error.__traceback__ else None
        sys.excepthook(type(error), error.with_traceback(own), own)
        sys.exit(1)
    sys.exit(0)


def ask(path, seconds):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            signal.alarm(seconds)
            return become(path, out, err)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode('utf-8', 'replace'))
    print(json.dumps([*texts, None if status == -signal.SIGALRM else status]), flush=True)


for line in iter(sys.stdin.readline, ''):
    ask(line.rstrip('\n'), int(sys.argv[1]))
