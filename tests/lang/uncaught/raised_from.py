class ConfigError(Exception):
    pass


print('start')
try:
    {}['port']
except KeyError as error:
    raise ConfigError('no port given') from error
