print('start')
raise RuntimeError('first line\nsecond line')
