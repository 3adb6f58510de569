"""Filling paragraphs, and taking common indentation away."""

_SPACES = '\t\n\x0b\x0c\r '


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munged(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): ' ' for c in _SPACES})
        return text

    def _chunks(self, text):
        # Words, pieces of hyphenated words, and the white space between them.
        chunks = []
        place = 0
        while place < len(text):
            end = place
            space = text[place] in _SPACES
            while end < len(text) and (text[end] in _SPACES) == space:
                end += 1
            word = text[place:end]
            chunks += [word] if space or not self.break_on_hyphens else self._pieces(word)
            place = end
        return chunks

    def _pieces(self, word):
        pieces = []
        start = 0
        for i in range(2, len(word) - 1):
            if (word[i] == '-' and word[i - 1].isalpha() and word[i - 2].isalpha()
                    and word[i + 1].isalpha() and i > start + 1):
                pieces.append(word[start:i + 1])
                start = i + 1
        return [*pieces, word[start:]]

    def _break_word(self, chunks, line, room):
        if room < 1:
            room = 1
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        word = chunks[-1]
        end = room
        if self.break_on_hyphens and len(word) > room:
            hyphen = word.rfind('-', 0, room)
            if hyphen > 0 and any(c != '-' for c in word[:hyphen]):
                end = hyphen + 1
        line.append(word[:end])
        chunks[-1] = word[end:]

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line = []
            used = 0
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break_word(chunks, line, width - used)
                used = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or last and used <= width):
                lines.append(indent + ''.join(line))
            else:
                self._cut(lines, line, used, indent, width)
                break
        return lines

    def _cut(self, lines, line, used, indent, width):
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            used -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        chunks = self._chunks(self._munged(text))
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                ends = chunks[i].rstrip('"\'')
                if chunks[i + 1] == ' ' and ends[-1:] in ('.', '!', '?') and ends[-2:-1].islower():
                    chunks[i + 1] = '  '
        return self._lines(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    if not isinstance(text, str):
        raise TypeError('expected string or bytes-like object, got ' + repr(type(text).__name__))
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    size = len(margin or '')
    return '\n'.join([line[size:] for line in lines])


def indent(text, prefix, predicate=None):
    wanted = predicate or (lambda line: line.strip())
    return ''.join([prefix + line if wanted(line) else line
                    for line in text.splitlines(keepends=True)])

__all__ = (
    'TextWrapper wrap fill dedent indent shorten').split()
