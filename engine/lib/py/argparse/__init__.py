"""Command-line arguments, enough for programs that teach: positionals, options, groups, subcommands."""

import os as _os
import re as _re
import sys as _sys

from ._actions import (ACTIONS, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, TELLING, ZERO_OR_MORE, Action,
                       ArgumentError, ArgumentTypeError, BooleanOptionalAction, Namespace)
from ._reader import Reader

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'Namespace', 'Action',
           'HelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'ArgumentDefaultsHelpFormatter',
           'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']

_WIDTH = 78
_HELP_COLUMN = 24


class _SubParsers(Action):
    def __init__(self, option_strings, prog, dest=SUPPRESS, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, PARSER, choices={}, required=required, help=help, metavar=metavar)
        self.prog = prog
        self.listed = []

    def add_parser(self, name, *, help=None, aliases=(), **kwargs):
        kwargs.setdefault('prog', f'{self.prog} {name}')
        parser = ArgumentParser(**kwargs)
        for key in (name, *aliases):
            self.choices[key] = parser
        if help is not None:
            shown = f'{name} ({", ".join(aliases)})' if aliases else name
            self.listed.append(Action([], name, help=help, metavar=shown))
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest != SUPPRESS:
            setattr(namespace, self.dest, name)
        found, extras = self.choices[name].parse_known_args(rest)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extras:
            vars(namespace).setdefault('_unrecognized_args', []).extend(extras)


# Groups

class _Group:
    """A heading in the help; its arguments are the parser's."""

    def __init__(self, parser, title=None, description=None):
        self.parser = parser
        self.title = title
        self.description = description
        self.actions = []

    def add_argument(self, *args, **kwargs):
        return self.parser._add(self, *args, **kwargs)

    def add_mutually_exclusive_group(self, *, required=False):
        return self.parser._exclusive(self, required)


class _Exclusive(_Group):
    def __init__(self, parser, heading, required):
        super().__init__(parser)
        self.heading = heading
        self.required = required

    def add_argument(self, *args, **kwargs):
        action = self.parser._add(self.heading, *args, **kwargs)
        self.actions.append(action)
        return action


# Help

def _arguments(action, default):
    """What stands for the values of an action in usage and help."""
    metavar = action.metavar
    if metavar is None:
        metavar = default if action.choices is None else '{' + ','.join([str(c) for c in action.choices]) + '}'
    names = metavar if isinstance(metavar, tuple) else (metavar, metavar)
    nargs = action.nargs
    if nargs is None:
        return names[0]
    if isinstance(nargs, int):
        return ' '.join(metavar if isinstance(metavar, tuple) else [metavar] * nargs)
    return {OPTIONAL: f'[{names[0]}]', REMAINDER: '...', PARSER: f'{names[0]} ...', SUPPRESS: '',
            ZERO_OR_MORE: f'[{names[0]} ...]' if not isinstance(metavar, tuple) else f'[{names[0]} [{names[1]} ...]]',
            ONE_OR_MORE: f'{names[0]} [{names[-1]} ...]'}[nargs]


def _usage_part(action, bare=False):
    if not action.option_strings:
        return _arguments(action, action.dest)
    text = action.format_usage()
    if action.nargs != 0:
        text += ' ' + _arguments(action, action.dest.upper())
    return text if action.required or bare else f'[{text}]'


def _invocation(action):
    if not action.option_strings:
        metavar = action.metavar
        if metavar is None:
            metavar = action.dest if action.choices is None else '{' + ','.join([str(c) for c in action.choices]) + '}'
        return ' '.join(metavar) if isinstance(metavar, tuple) else metavar
    text = ', '.join(action.option_strings)
    return text if action.nargs == 0 else f'{text} {_arguments(action, action.dest.upper())}'


def _wrap(text, width):
    import textwrap
    return textwrap.wrap(_re.sub(r'\s+', ' ', text).strip(), width)


def _lines_of_parts(parts, indent, first):
    """Usage parts in lines that fit; `first` is how much of the first one is taken."""
    lines, line, used = [], [], first - 1
    for part in parts:
        if used + 1 + len(part) > _WIDTH and line:
            lines.append(' ' * indent + ' '.join(line))
            line, used = [], indent - 1
        line.append(part)
        used += len(part) + 1
    if line:
        lines.append(' ' * indent + ' '.join(line))
    return lines


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.argument_default = argument_default
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._raw = formatter_class in (RawDescriptionHelpFormatter, RawTextHelpFormatter)
        self._show_defaults = formatter_class is ArgumentDefaultsHelpFormatter
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusives = []
        self._subparsers = None
        self._positionals = _Group(self, 'positional arguments')
        self._optionals = _Group(self, 'options')
        self._groups = [self._positionals, self._optionals]
        if add_help:
            self.add_argument('-h', '--help', action='help', help='show this help message and exit')
        for parent in parents:
            for action in parent._actions:
                self._keep(None, action)
            self._defaults.update(parent._defaults)

    # Describing

    def add_argument(self, *args, **kwargs):
        return self._add(None, *args, **kwargs)

    def _add(self, group, *args, **kwargs):
        kind = kwargs.pop('action', None)
        make = ACTIONS.get(kind) if kind is None or isinstance(kind, str) else kind
        if make is None:
            raise ValueError(f'unknown action "{kind}"')
        options = [arg for arg in args if arg.startswith('-')]
        if options and len(options) < len(args):
            wrong = next(arg for arg in args if not arg.startswith('-'))
            raise ValueError(f"invalid option string {wrong!r}: must start with a character '-'")
        if options:
            dest = kwargs.pop('dest', None)
            if dest is None:
                longest = next((option for option in options if option.startswith('--')), options[0])
                dest = longest.lstrip('-').replace('-', '_')
        else:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            dest = args[0] if args else kwargs.pop('dest')
            if 'required' in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            kwargs['required'] = kwargs.get('nargs') not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS)
        if make in TELLING:
            action = make(options, **kwargs)
        else:
            if 'default' not in kwargs and (dest in self._defaults or self.argument_default is not None):
                kwargs['default'] = self._defaults.get(dest, self.argument_default)
            action = make(options, dest, **kwargs)
        if action.type is not None and not callable(action.type):
            raise ValueError(f'{action.type!r} is not callable')
        return self._keep(group, action)

    def _keep(self, group, action):
        clash = [option for option in action.option_strings if option in self._options]
        if clash:
            raise ArgumentError(action, f'conflicting option string{"s" if len(clash) > 1 else ""}: {", ".join(clash)}')
        self._actions.append(action)
        for option in action.option_strings:
            self._options[option] = action
        group = group or (self._optionals if action.option_strings else self._positionals)
        group.actions.append(action)
        return action

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        return self._exclusive(None, required)

    def _exclusive(self, heading, required):
        group = _Exclusive(self, heading, required)
        self._exclusives.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, required=False, help=None,
                       metavar=None):
        if self._subparsers is not None:
            raise ValueError('cannot have multiple subparser arguments')
        group = self._positionals
        if title or description:
            group = self.add_argument_group(title or 'subcommands', description)
        if prog is None:
            prog = ' '.join([self.prog, *[_usage_part(action) for action in self._positionals.actions]])
        self._subparsers = _SubParsers([], prog, dest, required, help, metavar)
        return self._keep(group, self._subparsers)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # Parsing

    def parse_args(self, args=None, namespace=None):
        namespace, extras = self.parse_known_args(args, namespace)
        if extras:
            words = f'unrecognized arguments: {" ".join(extras)}'
            if not self.exit_on_error:
                raise ArgumentError(None, words)
            self.error(words)
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(_sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest != SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            return self._finish(namespace, Reader(self, args, namespace).read())
        try:
            return self._finish(namespace, Reader(self, args, namespace).read())
        except ArgumentError as error:
            self.error(str(error))

    def _finish(self, namespace, extras):
        extras = extras + vars(namespace).pop('_unrecognized_args', [])
        return namespace, extras

    def _value(self, action, text):
        if action.type is not None:
            try:
                text = action.type(text)
            except ArgumentTypeError as error:
                raise ArgumentError(action, str(error)) from None
            except (TypeError, ValueError):
                name = getattr(action.type, '__name__', repr(action.type))
                raise ArgumentError(action, f'invalid {name} value: {text!r}') from None
        return text

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            # In CPython 3.13.0 the values stand as repr() shows them.
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from '
                                f'{", ".join([repr(choice) for choice in action.choices])})')

    def _values(self, action, texts):
        nargs = action.nargs
        if nargs == OPTIONAL and not texts:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if nargs == ZERO_OR_MORE and not texts and not action.option_strings:
            return action.default if action.default is not None else []
        if nargs == PARSER:
            self._check(action, texts[0])
            return texts
        values = [self._value(action, text) for text in texts]
        if nargs != REMAINDER:
            for value in values:
                self._check(action, value)
        return values[0] if nargs in (None, OPTIONAL) else values

    # Telling

    def format_usage(self):
        if self.usage is not None:
            return f'usage: {self.usage.replace("%(prog)s", self.prog)}\n'
        options, places = self._usage_parts()
        text = ' '.join([self.prog, *options, *places])
        if len(text) + len('usage: ') > _WIDTH:
            indent = len('usage: ') + len(self.prog) + 1
            if indent > 0.75 * _WIDTH:
                indent = len('usage: ')
            lines = _lines_of_parts(options, indent, indent) + _lines_of_parts(places, indent, indent)
            text = f'{self.prog} ' + '\n'.join(lines).lstrip()
        return f'usage: {text}\n'

    def _usage_parts(self):
        options, places = [], []
        done = []
        for action in self._actions:
            if action.help == SUPPRESS or action in done:
                continue
            group = next((g for g in self._exclusives if action in g.actions), None)
            if group is not None:
                done += group.actions
                shown = [_usage_part(member, True) for member in group.actions if member.help != SUPPRESS]
                text = ' | '.join(shown)
                options.append(f'({text})' if group.required else f'[{text}]')
            else:
                (options if action.option_strings else places).append(_usage_part(action))
        return options, places

    def format_help(self):
        rows = [self._rows(group) for group in self._groups]
        longest = max([len(head) for group in rows for head, _ in group], default=0)
        column = min(longest + 2, _HELP_COLUMN)
        pieces = [self.format_usage()]
        if self.description:
            pieces.append(self._paragraph(self.description))
        for group, listed in zip(self._groups, rows):
            if not listed and not group.description:
                continue
            text = f'{group.title}:\n' if group.title else ''
            if group.description:
                text += '\n'.join(['  ' + line for line in _wrap(group.description, _WIDTH - 2)]) + '\n'
                text += '\n' if listed else ''
            pieces.append(text + ''.join([self._row(head, words, column) for head, words in listed]))
        if self.epilog:
            pieces.append(self._paragraph(self.epilog))
        return '\n'.join(pieces)

    def _paragraph(self, text):
        text = text.replace('%(prog)s', self.prog)
        return text.rstrip('\n') + '\n' if self._raw else '\n'.join(_wrap(text, _WIDTH)) + '\n'

    def _rows(self, group):
        """(indented invocation, help) of each argument."""
        rows = []
        for action in group.actions:
            if action.help == SUPPRESS:
                continue
            rows.append(('  ' + _invocation(action), self._words(action)))
            if isinstance(action, _SubParsers):
                rows += [('    ' + _invocation(command), self._words(command)) for command in action.listed]
        return rows

    def _words(self, action):
        if action.help is None:
            return None
        words = action.help
        if self._show_defaults and '%(default)' not in words and action.default not in (None, SUPPRESS):
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                words += ' (default: %(default)s)'
        if '%' not in words:
            return words
        facts = dict(vars(action), prog=self.prog)
        if action.choices is not None:
            facts['choices'] = ', '.join([str(choice) for choice in action.choices])
        if action.type is not None:
            facts['type'] = getattr(action.type, '__name__', action.type)
        return words % facts

    def _row(self, head, words, column):
        if not words:
            return head + '\n'
        lines = _wrap(words, max(_WIDTH - column, 11))
        if len(head) <= column - 2:
            first = f'{head:<{column}}{lines[0]}\n'
        else:
            first = f'{head}\n{" " * column}{lines[0]}\n'
        return first + ''.join([' ' * column + line + '\n' for line in lines[1:]])

    def print_usage(self, file=None):
        print(self.format_usage(), end='', file=file or _sys.stdout)

    def print_help(self, file=None):
        print(self.format_help(), end='', file=file or _sys.stdout)

    def exit(self, status=0, message=None):
        if message:
            print(message, end='', file=_sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


class HelpFormatter:
    """Chosen by formatter_class; the help is laid out by the parser."""


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass
