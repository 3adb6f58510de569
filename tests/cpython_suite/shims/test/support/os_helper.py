"""There are no files to remove."""


def unlink(name):
    pass
