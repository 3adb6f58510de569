"""Comparing sequences and texts: SequenceMatcher, ndiff, unified and context diffs."""

from collections import Counter, namedtuple

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ',
           'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'context_diff', 'unified_diff', 'Match']

Match = namedtuple('Match', 'a b size')


def _share(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Finds the longest common run, then those to its left and right, and so on."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = self._counts = None
        places = {}
        for i, element in enumerate(b):
            places.setdefault(element, []).append(i)
        self.bjunk = set()
        if self.isjunk:
            self.bjunk = {element for element in places if self.isjunk(element)}
        self.bpopular = set()
        for element in self.bjunk:
            del places[element]
        if self.autojunk and len(b) >= 200:
            many = len(b) // 100 + 1
            self.bpopular = {element for element, where in places.items() if len(where) > many}
            for element in self.bpopular:
                del places[element]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, size = alo, blo, 0
        lengths = {}  # of the run that ends at the element before, by place in b
        for i in range(alo, ahi):
            now = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = now[j] = lengths.get(j - 1, 0) + 1
                if length > size:
                    best_i, best_j, size = i - length + 1, j - length + 1, length
            lengths = now
        # What is popular lengthens the run, then what is junk does.
        for wanted in (False, True):
            while (best_i > alo and best_j > blo and a[best_i - 1] == b[best_j - 1] and
                   (b[best_j - 1] in junk) is wanted):
                best_i, best_j, size = best_i - 1, best_j - 1, size + 1
            while (best_i + size < ahi and best_j + size < bhi and
                   a[best_i + size] == b[best_j + size] and
                   (b[best_j + size] in junk) is wanted):
                size += 1
        return Match(best_i, best_j, size)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        found = []
        to_do = [(0, len(self.a), 0, len(self.b))]
        while to_do:
            alo, ahi, blo, bhi = to_do.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            found.append(match)
            if alo < i and blo < j:
                to_do.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                to_do.append((i + size, ahi, j + size, bhi))
        blocks = []
        for i, j, size in sorted(found):
            if blocks and blocks[-1][0] + blocks[-1][2] == i and blocks[-1][1] + blocks[-1][2] == j:
                blocks[-1] = Match(blocks[-1][0], blocks[-1][1], blocks[-1][2] + size)
            else:
                blocks.append(Match(i, j, size))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        if self.opcodes is not None:
            return self.opcodes
        self.opcodes = codes = []
        i = j = 0
        for at_a, at_b, size in self.get_matching_blocks():
            if i < at_a or j < at_b:
                tag = 'insert' if i == at_a else 'delete' if j == at_b else 'replace'
                codes.append((tag, i, at_a, j, at_b))
            i, j = at_a + size, at_b + size
            if size:
                codes.append(('equal', at_a, i, at_b, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        """The opcodes in groups that show up to n equal elements around changes."""
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        matches = sum(block[2] for block in self.get_matching_blocks())
        return _share(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        if self._counts is None:
            self._counts = Counter(self.b)
        left = dict(self._counts)
        matches = 0
        for element in self.a:
            count = left.get(element, 0)
            left[element] = count - 1
            matches += count > 0
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _share(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for other in possibilities:
        matcher.set_seq1(other)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and
                matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), other))
    return [other for _, other in sorted(found, reverse=True)[:n]]


# ---- Line by line

_MARKS = {'replace': ('^', '^'), 'delete': ('-', ''), 'insert': ('', '+'), 'equal': (' ', ' ')}


def _hint(line, marks):
    """The marks below a line, with the line's own white space where nothing is marked."""
    kept = ''.join(c if mark == ' ' and c.isspace() else mark for c, mark in zip(line, marks))
    return kept.rstrip()


class Differ:

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            if tag == 'replace':
                yield from self._similar(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from _marked('-', a, alo, ahi)
            elif tag == 'insert':
                yield from _marked('+', b, blo, bhi)
            else:
                yield from _marked(' ', a, alo, ahi)

    def _similar(self, a, alo, ahi, b, blo, bhi):
        """Two blocks of lines: the most similar pair is shown together, the rest around it."""
        if alo == ahi or blo == bhi:
            yield from _marked('-', a, alo, ahi)
            yield from _marked('+', b, blo, bhi)
            return
        best, i, j = 0.74, None, None
        equal = None
        matcher = SequenceMatcher(self.charjunk)
        for at_b in range(blo, bhi):
            matcher.set_seq2(b[at_b])
            for at_a in range(alo, ahi):
                if a[at_a] == b[at_b]:
                    equal = equal or (at_a, at_b)
                    continue
                matcher.set_seq1(a[at_a])
                if (matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and
                        matcher.ratio() > best):
                    best, i, j = matcher.ratio(), at_a, at_b
        if best >= 0.75:
            equal = None
        elif equal is None:
            yield from _replaced(a, alo, ahi, b, blo, bhi)
            return
        else:
            i, j = equal
        yield from self._similar(a, alo, i, b, blo, j)
        yield from [f'  {a[i]}'] if equal else self._pair(a[i], b[j])
        yield from self._similar(a, i + 1, ahi, b, j + 1, bhi)

    def _pair(self, one, other):
        marks = ['', '']
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, one, other).get_opcodes():
            marks[0] += _MARKS[tag][0] * (i2 - i1)
            marks[1] += _MARKS[tag][1] * (j2 - j1)
        for sign, line, mark in (('-', one, marks[0]), ('+', other, marks[1])):
            yield f'{sign} {line}'
            hint = _hint(line, mark)
            if hint:
                yield f'? {hint}\n'


def _marked(sign, lines, low, high):
    for i in range(low, high):
        yield f'{sign} {lines[i]}'


def _replaced(a, alo, ahi, b, blo, bhi):
    """Without similar lines: the shorter block first."""
    blocks = [('-', a, alo, ahi), ('+', b, blo, bhi)]
    if bhi - blo < ahi - alo:
        blocks.reverse()
    for block in blocks:
        yield from _marked(*block)


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two texts that an ndiff was made from."""
    try:
        sign = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in ('  ', sign):
            yield line[2:]


# ---- As patches

def _unified_range(start, stop):
    first, length = start + 1, stop - start
    if length == 1:
        return f'{first}'
    return f'{first - 1 if not length else first},{length}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3,
                 lineterm='\n'):
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            for sign, name, date in (('---', fromfile, fromfiledate), ('+++', tofile, tofiledate)):
                yield f"{sign} {name}{f'\t{date}' if date else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield (f'@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} '
               f'@@{lineterm}')
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            if tag in ('replace', 'delete'):
                yield from ('-' + line for line in a[i1:i2])
            if tag in ('replace', 'insert'):
                yield from ('+' + line for line in b[j1:j2])


def _context_range(start, stop):
    first, length = start + 1, stop - start
    if not length:
        first -= 1
    return f'{first}' if length <= 1 else f'{first},{first + length - 1}'


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3,
                 lineterm='\n'):
    signs = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            for sign, name, date in (('***', fromfile, fromfiledate), ('---', tofile, tofiledate)):
                yield f"{sign} {name}{f'\t{date}' if date else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield f'***************{lineterm}'
        yield f'*** {_context_range(first[1], last[2])} ****{lineterm}'
        if any(tag in ('replace', 'delete') for tag, *_ in group):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    yield from (signs[tag] + line for line in a[i1:i2])
        yield f'--- {_context_range(first[3], last[4])} ----{lineterm}'
        if any(tag in ('replace', 'insert') for tag, *_ in group):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    yield from (signs[tag] + line for line in b[j1:j2])
