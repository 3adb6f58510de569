class AppError(Exception):
    pass


class NotFound(AppError):
    def __init__(self, name):
        super().__init__(f'{name} not found')
        self.name = name


try:
    raise NotFound('page')
except AppError as error:
    print(error, error.name, repr(error), error.args)
