"""Texts put together: f-strings, %, format, +=, join."""


def main():
    names = ['ada', 'grace', 'edsger', 'barbara']
    lines, text = [], ''
    for number in range(12_000):
        name = names[number & 3]
        lines.append(f'{name}: {number} of {number * 3}, {name!r}')
        lines.append('%s has %d' % (name, number))
        lines.append('{} and {}'.format(name, number & 7))
        text += name[0]
        if len(text) > 200:
            text = text[100:]
    whole = '; '.join(lines)
    print(len(whole), len(text), whole.count('ada'))


main()
