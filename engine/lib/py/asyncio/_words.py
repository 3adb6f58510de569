"""What asyncio tells: through logging where the program imported it, else as logging's last resort
does. And where debug mode's things were created."""

import sys
from _asyncio import _set_stack_maker
from traceback import StackSummary, format_exception

DEBUG, WARNING, ERROR = 10, 30, 40


def say(level, message, *args, exc_info=None):
    logging = sys.modules.get('logging')
    if logging is not None:
        logging.getLogger('asyncio').log(level, message, *args, exc_info=exc_info, stacklevel=3)
    elif level >= WARNING and sys.stderr is not None:
        text = (message % args if args else message) + '\n'
        if exc_info is True:
            exc_info = sys.exc_info()
        if exc_info:
            text += ''.join(format_exception(*exc_info))
        sys.stderr.write(text)


class _Logger:
    """asyncio's own logger, which needs no logging; programs' tests put a mock in its place."""

    def debug(self, message, *args):
        say(DEBUG, message, *args)

    def warning(self, message, *args):
        say(WARNING, message, *args)

    def error(self, message, *args, exc_info=None):
        say(ERROR, message, *args, exc_info=exc_info)


logger = _Logger()


def report_lines(context):
    """One line for each part of a report, its message first."""
    lines = [context.get('message') or 'Unhandled exception in event loop']
    for key in sorted(context):
        if key in _PLACES:
            places = ''.join(context[key].format()).rstrip()
            lines.append(f'{key}: {_PLACES[key]} created at (most recent call last):\n{places}')
        elif key != 'message' and key != 'exception':
            lines.append(f'{key}: {context[key]!r}')
    return lines


_PLACES = {'source_traceback': 'Object', 'handle_traceback': 'Handle'}

_set_stack_maker(StackSummary.from_list)
