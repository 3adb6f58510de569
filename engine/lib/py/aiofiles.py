"""Files do not exist in lessons: what aiofiles offers is refused with a hint."""


def open(file, mode='r', *args, **kwargs):
    raise NotImplementedError('Coroscope does not offer aiofiles.open(): a lesson has no files; '
                              'keep the text in a string, or in the lesson\'s world behind an '
                              'address or a subprocess')
