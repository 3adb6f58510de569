"""One pass over the arguments of a command line."""

import re as _re

from ._actions import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, name_of

_COUNTS = {None: '(A)', OPTIONAL: '(A?)', ZERO_OR_MORE: '(A*)', ONE_OR_MORE: '(A+)', REMAINDER: '([AO]*)',
           PARSER: '(A[AO]*)', SUPPRESS: '()'}


def _count_pattern(action):
    return f'({"A" * action.nargs})' if isinstance(action.nargs, int) else _COUNTS[action.nargs]


class Reader:
    """One pass over the arguments: A stands for a value, O for an option, - for the two dashes."""

    def __init__(self, parser, args, namespace):
        self.parser = parser
        self.namespace = namespace
        self.args = args
        self.seen = []
        self.extras = []
        self.places = [action for action in parser._actions if not action.option_strings]
        self.found = {}
        self.shape = ''
        only_values = False
        for i, arg in enumerate(args):
            if arg == '--' and not only_values:
                only_values = True
                self.shape += '-'
                continue
            option = None if only_values else self.option(arg)
            if option:
                self.found[i] = option
            self.shape += 'O' if option else 'A'

    def option(self, arg):
        """(action, name, attached value), or None for a value."""
        options = self.parser._options
        if not arg or arg[0] != '-' or len(arg) == 1:
            return None
        if arg in options:
            return options[arg], arg, None
        name, sign, value = arg.partition('=')
        if sign and name in options:
            return options[name], name, value
        return self.abbreviated(arg, name, value if sign else None)

    def abbreviated(self, arg, name, value):
        options = self.parser._options
        if arg.startswith('--'):
            matches = [option for option in options if self.parser.allow_abbrev and option.startswith(name)]
            if len(matches) > 1:
                raise ArgumentError(None, f'ambiguous option: {arg} could match {", ".join(matches)}')
            if matches:
                return options[matches[0]], matches[0], value
        elif arg[:2] in options:
            return options[arg[:2]], arg[:2], arg[2:]
        if _re.match(r'-(?:\d+|\d*\.\d+)$', arg) and not any(_re.match(r'-\d', option) for option in options):
            return None
        if ' ' in arg:
            return None
        return None, arg, None

    def read(self):
        at = 0
        last = max(self.found, default=-1)
        while at <= last:
            following = min([place for place in self.found if place >= at])
            if at != following:
                after = self.take_places(at)
                if after > at:
                    at = after
                    continue
            if at not in self.found:
                self.extras += self.args[at:following]
                at = following
            at = self.take_option(at)
        at = self.take_places(at)
        self.extras += self.args[at:]
        self.check_required()
        return self.extras

    def run(self, action, texts, name=None):
        values = self.parser._values(action, texts)
        if values is not action.default or action.option_strings:
            for group in self.parser._exclusives:
                if action in group.actions:
                    for other in group.actions:
                        if other is not action and other in self.seen:
                            raise ArgumentError(action, f'not allowed with argument {name_of(other)}')
            self.seen.append(action)
        if action not in self.seen and not (action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            self.seen.append(action)
        action(self.parser, self.namespace, values, name)

    def take_places(self, at):
        for count in range(len(self.places), 0, -1):
            pattern = '-*'.join(_count_pattern(action) for action in self.places[:count])
            match = _re.match('-*' + pattern, self.shape[at:])
            if not match:
                continue
            for number, action in enumerate(self.places[:count], 1):
                start, end = match.span(number)
                texts = self.args[at + start:at + end]
                if action.nargs not in (PARSER, REMAINDER):
                    texts = [text for text, kind in zip(texts, self.shape[at + start:at + end]) if kind != '-']
                self.run(action, texts)
            del self.places[:count]
            return at + match.end()
        return at

    def take_option(self, at):
        action, name, value = self.found[at]
        if action is None:
            self.extras.append(self.args[at])
            return at + 1
        while value is not None and action.nargs == 0:
            if name.startswith('--') or not value:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            self.run(action, [], name)
            name, value = '-' + value[0], value[1:] or None
            if name not in self.parser._options:
                raise ArgumentError(action, f'ignored explicit argument {(name + (value or ""))[1:]!r}')
            action = self.parser._options[name]
        if value is not None:
            if not _re.match(_count_pattern(action) + '$', 'A'):
                raise ArgumentError(action, self.expected(action))
            self.run(action, [value], name)
            return at + 1
        if action.nargs == 0:
            self.run(action, [], name)
            return at + 1
        match = _re.match(_count_pattern(action), self.shape[at + 1:])
        if not match:
            raise ArgumentError(action, self.expected(action))
        self.run(action, self.args[at + 1:at + 1 + match.end()], name)
        return at + 1 + match.end()

    def expected(self, action):
        words = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                 ONE_OR_MORE: 'expected at least one argument'}
        if action.nargs in words:
            return words[action.nargs]
        return f'expected {action.nargs} argument{"" if action.nargs == 1 else "s"}'

    def check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(name_of(action))
            elif isinstance(action.default, str) and getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, self.parser._value(action, action.default))
        if missing:
            raise ArgumentError(None, f'the following arguments are required: {", ".join(missing)}')
        for group in self.parser._exclusives:
            if group.required and not any(action in self.seen for action in group.actions):
                names = [name_of(action) for action in group.actions if action.help != SUPPRESS]
                raise ArgumentError(None, f'one of the arguments {" ".join(names)} is required')
